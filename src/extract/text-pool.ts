/** Texts and code units there is room for to begin with; doubled whenever they are full. */
const FIRST_TEXTS = 2048;
const FIRST_UNITS = 16_384;

/** Many short texts, each with a number: side by side in one list, since as many objects are what a garbage collector takes longest over. */
export class TextPool {
  #units = new Uint16Array(FIRST_UNITS);
  /** After how many units each text ends. */
  #ends = new Uint32Array(FIRST_TEXTS);
  #count = 0;

  /** Takes in a text; its number, one after the other. */
  add(text: string): number {
    const start = this.#startOf(this.#count);
    if (this.#count === this.#ends.length) this.#ends = twiceAsLong(this.#ends, new Uint32Array(2 * this.#ends.length));
    while (start + text.length > this.#units.length) this.#units = twiceAsLong(this.#units, new Uint16Array(2 * this.#units.length));
    for (let at = 0; at < text.length; at++) this.#units[start + at] = text.charCodeAt(at);
    this.#ends[this.#count] = start + text.length;
    return this.#count++;
  }

  at(number: number): string {
    if (number >= this.#count) throw new RangeError(`There are ${this.#count} texts, and none of the number ${number}.`);
    let text = '';
    for (let at = this.#startOf(number); at < (this.#ends[number] ?? 0); at++) text += String.fromCharCode(this.#units[at] ?? 0);
    return text;
  }

  #startOf(number: number): number {
    return this.#ends[number - 1] ?? 0;
  }
}

function twiceAsLong<T extends Uint16Array | Uint32Array>(list: T, longer: T): T {
  longer.set(list);
  return longer;
}

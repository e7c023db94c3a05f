const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const POINT = new Set(['点', '點']);

/** The number written in Chinese characters at the start of a text (`二十五`, `三点五`), under ten thousand; undefined for none. */
export function hanNumber(text: string): number | undefined {
  let [total, digit, read, decimal] = [0, 0, 0, 0];
  for (const character of text) {
    const value = DIGITS[character];
    const factor = TENS[character];
    if (value !== undefined && decimal > 0) {
      total += value * decimal;
      decimal /= 10;
    } else if (value !== undefined) digit = digit * 10 + value;
    else if (factor !== undefined && decimal === 0) {
      total += (digit === 0 ? 1 : digit) * factor;
      digit = 0;
    } else if (POINT.has(character) && read > 0 && decimal === 0) {
      total += digit;
      [digit, decimal] = [0, 0.1];
    } else break;
    read++;
  }
  return read === 0 ? undefined : Number((total + digit).toPrecision(6));
}

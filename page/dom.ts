/** What may stand in an element: text is text, whatever it holds. */
export type Child = Node | string | undefined | false;

/** The attributes of an element; undefined and false leave one out, true sets it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. Text comes in as text nodes only: nothing of a document is ever read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  return filled(made, attributes, children);
}

/** Makes an element of SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false && child !== '') made.append(child);
  return made;
}

/** A button that does something. */
export function button(attributes: Attributes, act: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** Text that comes from a document: in its own language and direction, apart from what stands around it. */
export function foreign<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, language: string, attributes: Attributes, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
  // What a source declares as its language may be anything; only a tag of BCP 47 means something to a browser.
  const lang = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && language !== 'und' ? language : undefined;
  return element(tag, { dir: 'auto', lang, ...attributes }, ...children);
}

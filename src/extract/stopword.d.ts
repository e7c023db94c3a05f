/** The package ships no types: it exports a list of lower-case words under each ISO 639-3 code, and a function not used here. */
declare module 'stopword' {
  export const eng: readonly string[];
}

/** As much of WebAssembly as is used here: the compiler has its types only with those of a browser's pages. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    static exports(module: Module): readonly { readonly name: string }[];
  }

  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory }; readonly math: Readonly<Record<string, (x: number) => number>> });
    readonly exports: unknown;
  }

  /** Sizes in pages of 64 KB. */
  class Memory {
    constructor(size: { readonly initial: number; readonly maximum: number; readonly shared: true });
    readonly buffer: SharedArrayBuffer;
    /** Makes it longer by some pages, also while others do; what it had before. Throws `RangeError` beyond the maximum. */
    grow(pages: number): number;
  }
}

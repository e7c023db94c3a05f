// Those of JavaScript (`src/kernel/kernel.ts`): no others give the same last bits.
export declare function log(x: f64): f64;
export declare function exp(x: f64): f64;
export declare function log1p(x: f64): f64;

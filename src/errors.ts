/** A failure of use that ends a run: exit code 2, told in three parts and without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Stable, kebab-case. */
  readonly code: string;
  readonly expected: string;
  readonly advice: string;

  constructor(parts: { code: string; happened: string; expected: string; advice: string; cause?: unknown }) {
    super(parts.happened, { cause: parts.cause });
    this.code = parts.code;
    this.expected = parts.expected;
    this.advice = parts.advice;
  }
}

/**
 * Which of the tasks that wait goes to which thread: those in one language to one thread as far as that keeps all at work, so that not each has the
 * words of all languages to learn, and to hold.
 */
export class LanguagesOfThreads {
  /** The thread by the language that it was the first to be given. */
  readonly #owners = new Map<string, number>();

  /** The place of the task for a thread that has room, among those that wait: the first in a language of its own, else in one of nobody's, else of all. */
  pick(thread: number, waiting: readonly (string | undefined)[]): number {
    const own = waiting.findIndex((language) => language !== undefined && this.#owners.get(language) === thread);
    if (own >= 0) return own;
    const free = waiting.findIndex((language) => language !== undefined && !this.#owners.has(language));
    const language = waiting[free];
    if (language === undefined) return 0;
    this.#owners.set(language, thread);
    return free;
  }
}

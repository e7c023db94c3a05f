import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { PACKAGE } from '../version.ts';
import { LanguagesOfThreads } from './languages-of-threads.ts';
import type { Answers, Task, ThreadOptions } from './worker.ts';

/** Tasks a thread has at once: one that it works on, and one that waits so that it need not. */
const TASKS_A_THREAD = 2;

/** Tasks among which one is chosen for the thread that has room. */
const TASKS_AHEAD = 16;

/** What a batch leaves behind is thrown away at once: in the 16 MB that Node gives, half of it would be copied about first. */
const YOUNG_MEGABYTES = 64;

/**
 * By how many percent a heap may grow before what is old is collected. V8 lets it double and more where there is room; what a thread has
 * of words stays, and little else grows old.
 */
const GROWING_PERCENT = 20;

/** The language that a task is in, where that is known. */
function languageOf(task: Task): string | undefined {
  return task.kind === 'prepare' ? task.language : undefined;
}

/** The tasks of one kind. */
export type TaskOf<K extends Task['kind']> = Extract<Task, { kind: K }>;

interface Pending {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Started {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
}

/**
 * Worker threads that take tasks, the least busy first. They start without the flags that Node was given: some of these
 * (`--input-type`) are refused to threads, and none changes what is found.
 */
export class Threads {
  readonly #workers: readonly Started[];
  readonly #settings: ThreadOptions;
  #asked = 0;
  /** Whoever waits for a thread that has room. */
  #waiting: (() => void)[] = [];
  readonly #languages = new LanguagesOfThreads();
  #failure: Error | undefined;

  constructor(count: number, settings: ThreadOptions) {
    this.#settings = settings;
    setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
    this.#workers = Array.from({ length: count }, () => {
      const started = { worker: new Worker(new URL('dist/cli/worker.js', PACKAGE), { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } }), pending: new Map<number, Pending>() };
      started.worker.on('message', ({ number, answer }: { number: number; answer: never }) => {
        started.pending.get(number)?.resolve(answer);
        started.pending.delete(number);
        this.#freed();
      });
      started.worker.on('error', (error) => {
        this.#failure = error;
        for (const { reject } of started.pending.values()) reject(error);
        started.pending.clear();
        this.#freed();
      });
      return started;
    });
  }

  /**
   * Has tasks answered. `take` is given each answer as it comes, in any order, with its task and the task's number among all; a task is asked for
   * only once a thread has room for it, or a few before, where their languages tell which thread is best. Rejects where a thread fails.
   */
  async forEach<K extends Task['kind']>(tasks: AsyncIterable<TaskOf<K>> | Iterable<TaskOf<K>>, take: (answer: Answers[K], task: TaskOf<K>, number: number) => void): Promise<void> {
    const taken: Promise<void>[] = [];
    const ask = async (number: number, task: TaskOf<K>, started: Started): Promise<void> => take(await this.#send(started, task), task, number);
    const waiting: { readonly number: number; readonly task: TaskOf<K> }[] = [];
    const sendOne = async (): Promise<void> => {
      const started = await this.#leastBusy();
      const [next] = waiting.splice(this.#languages.pick(this.#workers.indexOf(started), waiting.map(({ task }) => languageOf(task))), 1);
      if (next === undefined) return;
      const asked = ask(next.number, next.task, started);
      // Told by Promise.all below; until then nobody listens.
      asked.catch(() => undefined);
      taken.push(asked);
    };
    let number = 0;
    for await (const task of tasks) {
      waiting.push({ number: number++, task });
      const isIdle = this.#workers.some(({ pending }) => pending.size === 0);
      if (isIdle || languageOf(task) === undefined || waiting.length === TASKS_AHEAD) await sendOne();
    }
    while (waiting.length > 0) await sendOne();
    await Promise.all(taken);
  }

  /** The answers to tasks, in their order; `done` is told each task as it is answered. */
  async answers<K extends Task['kind']>(tasks: AsyncIterable<TaskOf<K>> | Iterable<TaskOf<K>>, done: (task: TaskOf<K>) => void): Promise<readonly Answers[K][]> {
    const answers: Answers[K][] = [];
    await this.forEach<K>(tasks, (answer, task, number) => {
      answers[number] = answer;
      done(task);
    });
    return answers;
  }

  /** Hands a task to every thread; their answers in the order of the threads. `taskOf` is told which thread it is for, and of how many. */
  askEach<K extends Task['kind']>(taskOf: (thread: number, threads: number) => TaskOf<K>): Promise<readonly Answers[K][]> {
    return Promise.all(this.#workers.map((each, thread) => this.#send(each, taskOf(thread, this.#workers.length))));
  }

  /** Ends them, whatever they do. */
  async end(): Promise<void> {
    await Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }

  /** The thread with the fewest tasks, once it has room for one more. */
  async #leastBusy(): Promise<Started> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const [first] = [...this.#workers].sort((x, y) => x.pending.size - y.pending.size);
      if (first !== undefined && first.pending.size < TASKS_A_THREAD) return first;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #freed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #send<K extends Task['kind']>({ worker, pending }: Started, task: TaskOf<K>): Promise<Answers[K]> {
    const number = this.#asked++;
    return new Promise((resolve, reject) => {
      pending.set(number, { resolve, reject });
      worker.postMessage({ number, task, settings: this.#settings });
    });
  }
}

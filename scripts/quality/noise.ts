import type { Noise } from '../training/noise.ts';
import { chance, NOISE_ACROSS } from '../training/noise.ts';
import { withNoise } from '../training/pools.ts';
import type { Labelled } from '../training/corpora.ts';
import { splitSentences } from '../../src/extract/sentences.ts';

/** What a site of the language writes around an article: comments, cookies, "read also". None of it is in the training noise. */
const SITE_LINES: Readonly<Record<string, Readonly<Record<'comments' | 'cookies' | 'also', readonly string[]>>>> = {
  it: {
    comments: ['Commenti (34)', 'Lascia un commento', 'Accedi per commentare', '12 commenti'],
    cookies: ['Questo sito utilizza cookie per migliorare la tua esperienza. Continuando la navigazione ne accetti l’uso.', 'Rifiuta e abbonati | Accetta e continua'],
    also: ['Leggi anche:', 'Potrebbe interessarti anche', 'Le altre notizie:'],
  },
  de: {
    comments: ['Kommentare (17)', 'Jetzt kommentieren', 'Melden Sie sich an, um zu kommentieren', '8 Kommentare anzeigen'],
    cookies: ['Wir verwenden Cookies, um unsere Seite für Sie zu verbessern. Mit der weiteren Nutzung stimmen Sie dem zu.', 'Alle akzeptieren | Einstellungen verwalten'],
    also: ['Lesen Sie auch:', 'Das könnte Sie auch interessieren', 'Mehr zum Thema:'],
  },
  en: {
    comments: ['Comments (25)', 'Leave a comment', 'Log in to join the conversation', 'View all 9 comments'],
    cookies: ['We use cookies to give you the best experience on our site. By continuing to browse you agree to their use.', 'Accept all cookies | Manage preferences'],
    also: ['Read also:', 'You may also like', 'More from this section:'],
  },
};

/** Letters of a headline where the article has no title. */
const HEADLINE_LENGTH = 80;

function pick<T>(list: readonly T[], seed: string): T | undefined {
  return list[Math.floor(chance(seed) * list.length)];
}

/**
 * Three headlines of other stories and comment, cookie and "read also" lines in the article's language: the cookies on top,
 * one headline in the middle, the others at the end after "read also".
 */
function siteNoise(language: string, headlines: readonly string[]): Noise {
  const lines = SITE_LINES[language];
  return (text, seed) => {
    const [first, second, third] = [0, 1, 2].map((at) => pick(headlines, `${seed} headline ${at}`) ?? '');
    const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    const middle = Math.floor(sentences.length / 2);
    const line = (kind: 'comments' | 'cookies' | 'also'): string => pick(lines?.[kind] ?? [], `${seed} ${kind}`) ?? '';
    return [line('cookies'), ...sentences.slice(0, middle), first, ...sentences.slice(middle), line('also'), second, third, line('comments')].join('\n');
  };
}

function headlineOf({ article: { document } }: Labelled): string {
  return document.title ?? document.text.trim().slice(0, HEADLINE_LENGTH).replace(/\s+/gu, ' ');
}

/** The kinds of noise that are measured, by what the page calls them. */
export const MEASURED_NOISE = {
  'first half': 'first half',
  'third dropped': 'a third of the sentences dropped',
  'site lines': 'three headlines of other stories, comment, cookie and "read also" lines',
} as const;
export type MeasuredNoise = keyof typeof MEASURED_NOISE;

/** All documents, each with the noise. */
export function noisy(documents: readonly Labelled[], kind: MeasuredNoise): Labelled[] {
  if (kind === 'site lines') return withSiteLines(documents);
  const noise = NOISE_ACROSS[MEASURED_NOISE[kind]];
  if (noise === undefined) throw new RangeError(`no noise is called ${MEASURED_NOISE[kind]}`);
  return documents.map((document) => withNoise(document, noise, []));
}

function withSiteLines(documents: readonly Labelled[]): Labelled[] {
  const byLanguage = new Map<string, Labelled[]>();
  for (const document of documents) byLanguage.set(document.language, [...(byLanguage.get(document.language) ?? []), document]);
  return documents.map((document) => {
    const others = (byLanguage.get(document.language) ?? []).filter(({ gold }) => gold !== document.gold);
    return withNoise(document, siteNoise(document.language, others.map(headlineOf)), []);
  });
}

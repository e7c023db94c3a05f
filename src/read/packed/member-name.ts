import { isUtf8 } from 'node:buffer';

/** A member of an archive by its name. */
export interface MemberName {
  /** With `/`, and without what leads out of the archive: empty steps, `.`, `..`, drives. */
  readonly shown: string;
  /** Some such step was there, or bytes that are no UTF-8. */
  readonly isUnsafe: boolean;
  /** A folder, or what is passed over in folders too: hidden files, `node_modules`, and what macOS adds. */
  readonly isHidden: boolean;
}

/** The name of a member; bytes that are no UTF-8 are read as Latin-1. */
export function memberName(raw: Buffer): MemberName {
  const isValid = isUtf8(raw);
  const given = raw.toString(isValid ? 'utf8' : 'latin1').replaceAll('\\', '/');
  const steps = given.split('/').filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  const isFolder = given.endsWith('/') || steps.length === 0;
  return {
    shown: steps.join('/') || 'unnamed',
    isUnsafe: !isValid || given.startsWith('/') || /(?:^|\/)\.\.(?:\/|$)/.test(given) || /^[a-z]:/i.test(given),
    isHidden: isFolder || steps.some((step) => step.startsWith('.') || step === 'node_modules' || step === '__MACOSX'),
  };
}

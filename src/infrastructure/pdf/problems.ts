import type { FailedReading, Problem, ProblemCode } from '../../documents/reading.js';

type FileProblem = Extract<
  ProblemCode,
  | 'NOT_A_PDF'
  | 'EMPTY_FILE'
  | 'DAMAGED'
  | 'PASSWORD_REQUIRED'
  | 'PASSWORD_WRONG'
  | 'TIME_LIMIT'
  | 'MEMORY_LIMIT'
  | 'NO_TEXT'
>;

const sentences: Record<FileProblem, string> = {
  NOT_A_PDF: 'This file is not a PDF. Please send the statement, pay stub or receipt as a PDF.',
  EMPTY_FILE: 'This file is empty. Please download it again and send it once more.',
  DAMAGED: 'This PDF is damaged and cannot be opened. Please download it again from where it came from.',
  PASSWORD_REQUIRED:
    'This PDF is protected by a password. Tell me the password and I will open it once with it.',
  PASSWORD_WRONG: 'That password does not open this PDF. Please check it and try again.',
  TIME_LIMIT:
    'Reading this PDF took too long, so I stopped. A fresh download, or a PDF printed from it, often reads well.',
  MEMORY_LIMIT:
    'Reading this PDF took too much memory, so I stopped. A smaller PDF, or one printed from it, often reads well.',
  NO_TEXT:
    'I found no text in this PDF, neither as text nor as a picture of it. Please check that it is the right file.',
};

/** The problem of a file as a sentence the user can act on. */
export function fileProblem(code: FileProblem): Problem {
  return { code, message: sentences[code] };
}

export function tooLarge(bytes: number, limit: number): Problem {
  const megabytes = (size: number) => (size / 1024 / 1024).toFixed(size % (1024 * 1024) === 0 ? 0 : 1);
  return {
    code: 'TOO_LARGE',
    message: `This file has ${megabytes(bytes)} MB; I can read up to ${megabytes(limit)} MB. Please send a smaller one, for example one month at a time.`,
  };
}

export function tooManyPages(pages: number, limit: number): Problem {
  return {
    code: 'TOO_MANY_PAGES',
    message: `This PDF has ${pages} pages; I can read up to ${limit}. Please send the pages with the figures only.`,
  };
}

/** A reading that could not be made. */
export function failed(...problems: Problem[]): FailedReading {
  return { verdict: 'failed', kind: null, proofs: [], problems };
}

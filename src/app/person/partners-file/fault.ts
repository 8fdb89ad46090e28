import type { SiretFault } from '../../../core/person/registers.ts';

export type FileFaultCode =
  | SiretFault
  | 'not-a-workbook'
  | 'not-text'
  | 'quote-open'
  | 'row-too-long'
  | 'csv-broken'
  | 'header-missing'
  | 'cells-too-many'
  | 'control-character'
  | 'line-swallowed'
  | 'formula'
  | 'cell-too-long'
  | 'name-missing'
  | 'organisation-missing'
  | 'college-missing'
  | 'college-unknown'
  | 'group-unknown'
  | 'territory-unknown'
  | 'capacity-unknown'
  | 'place-unknown'
  | 'lang-unknown'
  | 'channel-unknown'
  | 'register-unknown'
  | 'email-form'
  | 'email-several'
  | 'slack-form'
  | 'slack-workspace'
  | 'matrix-form'
  | 'person-twice'
  | 'account-shared'
  | 'register-differs';

/** Where a file is wrong, and how. */
export interface FileFault {
  /** Of the file, from 1. */
  readonly line: number;
  /** Of the sheet, from 1: another one where a cell holds line breaks. */
  readonly row: number;
  /** The cell, from 1. */
  readonly column: number;
  readonly header: string | null;
  readonly code: FileFaultCode;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What is said and stops nothing. */
export interface FileRemark {
  readonly code:
    | 'mailbox-shared'
    | 'namesakes'
    | 'telephone-odd'
    | 'channel-without-account'
    | 'college-differs'
    | 'organisation-differs'
    | 'contact-differs'
    | 'register-shared'
    | 'two-people'
    | 'replaced';
  readonly line: number;
  readonly details: Readonly<Record<string, string | number>>;
}

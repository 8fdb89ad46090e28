/** A row of a mail merge. */
export interface LinkRow {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly link: string;
  readonly lang: string;
  /** A day. */
  readonly expires: string;
}

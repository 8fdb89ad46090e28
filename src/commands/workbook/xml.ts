/** A part's XML, element by element; a document type, which could grow without end, is refused. */
import sax from 'sax';
import { WorkbookFault } from './parts.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  readonly open?: (name: string, attributes: Attributes, path: readonly string[]) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
}

const DEEPEST = 64;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Names come without their prefix. Throws WorkbookFault. */
export function readXml(xml: string, handlers: Handlers): void {
  const parser = sax.parser(true, { trim: false, position: false });
  const path: string[] = [];
  parser.onerror = () => {
    throw new WorkbookFault('workbook-broken');
  };
  parser.ondoctype = () => {
    throw new WorkbookFault('workbook-entities');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (path.length >= DEEPEST) throw new WorkbookFault('workbook-broken');
    path.push(local(name));
    handlers.open?.(local(name), attributes as Record<string, string>, path);
  };
  parser.onclosetag = (name) => {
    path.pop();
    handlers.close?.(local(name));
  };
  parser.ontext = (text) => handlers.text?.(text, path);
  parser.oncdata = (text) => handlers.text?.(text, path);
  parser.write(xml).close();
}

import { type Context, Stop } from '../context.ts';
import { unreadableFile } from '../faulty-file.ts';
import { WorkbookFault } from '../workbook/parts.ts';
import { fileFaultSaid } from './fault-words.ts';

/** What is read of a table's file. Throws Stop when it is no table, or can't be read. */
export async function fromTable<Read>(
  context: Context,
  file: string,
  read: (path: string) => Promise<Read>,
): Promise<Read> {
  try {
    return await read(context.path(file));
  } catch (error) {
    if (error instanceof WorkbookFault)
      throw new Stop(
        1,
        error.code,
        fileFaultSaid(file, error.code, error.details, context.lang),
        error.details,
      );
    throw unreadableFile(context, file, error, { fr: 'un fichier CSV ou XLSX', en: 'a CSV or XLSX file' });
  }
}

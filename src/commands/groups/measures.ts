import type { Grammar, Options } from '../grammar.ts';
import { measuresImport } from '../plan/measures-import.ts';

export function measuresCommands({ group, command, acted, dry, tr, inCore }: Grammar): void {
  const measures = group(
    'measures',
    'les mesures des indicateurs du plan',
    'measures of the plan’s indicators',
  );
  dry(
    acted(
      command(
        measures,
        'import',
        'les note, d’un tableau : tout, ou rien',
        'records them, from a table: all or nothing',
      ),
    ),
  )
    .argument(
      '<FILE>',
      tr(
        'CSV ou XLSX : action, indicateur, date, valeur, source',
        'CSV or XLSX: action, indicator, date, value, source',
      ),
    )
    .option(
      '--sheet <NAME>',
      tr('la feuille (sinon la première qui convient)', 'the sheet (else the first that fits)'),
    )
    .action((file: string, options: Options<Parameters<typeof measuresImport>[2]>) =>
      inCore(options, (context) => measuresImport(context, file, options)),
    );
}

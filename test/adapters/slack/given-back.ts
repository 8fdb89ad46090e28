/** From a round that everybody answered to what is given back: closed, compiled, signed, decided, ratified, previewed, sent. */
import { type House, shownOf } from './house.ts';

/** By `staff`, in their conversation with the bot; resolves with the preview, whose button sends it. */
export async function prepareRestitution(at: House, staff: string, reason: string) {
  const say = async (text: string, answer: string | RegExp) => {
    await at.slack.say(staff, text);
    return at.until(staff, answer);
  };
  await say('clore plan-actions : tout le monde s’est exprimé', 'est clos');
  await say('synthèse', 'Brouillon n°');
  await say('accepter titres', /gardés tels quels|Aucun titre proposé/u);
  const missing = await say('signer', 'quelqu’un doit le confirmer');
  const [, axes] = /« sans désaccord ([^»]+) »/u.exec(shownOf(missing))!;
  await say(`sans désaccord ${axes}`, 'Chaque axe a ses désaccords');
  await say('signer', /Synthèse n° \d+ signée/u);
  const rows = await at.bot.store.transaction((tx) =>
    tx.proposals.of(at.consultation.id, { states: ['submitted'] }),
  );
  const refs = rows.map(({ number }) => `P-${String(number).padStart(4, '0')}`);
  await say(`décider ${refs.join(', ')} retenue : ${reason}`, 'retenue, c’est noté');
  at.clock.leap(at.clock.now() + 86_400_000);
  const day = new Date(at.clock.now()).toISOString().slice(0, 10);
  await say(`entériner comite ${day}`, 'enregistrée');
  await say(`entériner conseil ${day}`, 'enregistrée');
  return say('restitution', /messages? prêts?/u);
}

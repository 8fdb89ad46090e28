/** "au nom de l'Apes": in whose name the person speaks, when they speak for several organisations. */
import { shareAnswers } from '../../app/participation/share-answers.ts';
import type { Partner } from '../../app/ports/people.ts';
import { ownProposal } from '../../app/proposal/change-own.ts';
import { moveProposal } from '../../app/proposal/move-proposal.ts';
import { display } from '../../chat/display.ts';
import { type RoundId, ref } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { named } from '../named.ts';
import { answer, leaveDoubt, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, option, said } from '../understand.ts';
import { begin } from './consent.ts';
import { refs } from './describe.ts';
import { lateChange } from './late-change.ts';
import { goOn, isOpen, latestPlace, type Place, placeOf, until } from './place.ts';
import { askVoice, organisationsOf, placesIn, speakFor } from './voices.ts';

const THEN = /^(.{2,80}?),? (?:puis|ensuite|then)\b/u;

/** After "Au nom de qui ?". */
export async function onVoice(talk: Talk, focus: FocusOf<'voice'>): Promise<Reply | null> {
  const places: Place[] = [];
  for (const partner of focus.partners) {
    const place = await placeOf(talk, { round: focus.round, partner });
    if (place) places.push(place);
  }
  if (places.length === 0) return null;
  const names = places.map(({ partner }) => partner.organisation);
  const text = bare(talk.text);
  const number = option(text, places.length + 1);
  const chosen = number ?? named(THEN.exec(text)?.[1] ?? text.replace(SPEAKING, ''), names);
  const place = places[chosen ?? -1];
  if (place) return speakIn(talk, place, focus.before);
  if (number === places.length || said(text) === 'both' || said(text) === 'yes' || BOTH.test(text))
    return speakIn(talk, places[0]!, focus.before, places.slice(1));
  if (said(text) !== null && said(text) !== 'thanks') return askVoice(talk, places, focus.before);
  const { event, wordsId } = talk;
  if (event.type !== 'message' || wordsId === null) return askVoice(talk, places, focus.before);
  // An idea already: it waits for the answer.
  const kept = { words: wordsId, message: event.message, at: event.at, inbound: talk.inboundId };
  return askVoice(talk, places, [...focus.before, kept].slice(-10));
}

const SPEAKING = /^(?:je (?:parle|reponds) )?(?:pour|au nom (?:de |d(?=')|du )|for|on behalf of) ?/u;
const BOTH = /^(?:(?:pour |for )?(?:les|all) (?:deux|trois|quatre|of them|two|three)|tous|toutes|all)$/u;

async function speakIn(
  talk: Talk,
  place: Place,
  before: FocusOf<'voice'>['before'],
  others: readonly Place[] = [],
): Promise<Reply> {
  await speakFor(talk, place.partner);
  const reply = await begin(talk, place, before, true);
  const name = display(place.partner.organisation);
  const lead =
    others.length > 0
      ? talk.say.voices.firstThen(
          name,
          talk.say.listed(others.map(({ partner }) => display(partner.organisation))),
        )
      : talk.say.voices.speakingFor(name);
  return { ...reply, blocks: [...answer(lead).blocks, ...reply.blocks] };
}

/** "au nom de X", at any time; null when it names none of theirs and may be said in passing. */
export async function onSpeakFor(talk: Talk, name: string): Promise<Reply | null> {
  const partners = organisationsOf(talk);
  const found =
    partners[
      named(
        name,
        partners.map(({ organisation }) => organisation),
      ) ?? -1
    ];
  if (!found) {
    const all = await talk.tx.people.partners(talk.consultation.id);
    const other = named(name, [...new Set(all.map(({ organisation }) => organisation))]) !== null;
    if (!other && partners.length < 2) {
      if (!isSomebody(talk, name)) return null;
      await leaveDoubt(talk, 'voice');
      return answer(talk.say.voices.forSomebody);
    }
    await leaveDoubt(talk, 'voice');
    const names = partners.map(({ organisation }) => display(organisation));
    return answer(talk.say.voices.notTheirs(talk.say.listed(names)));
  }
  await speakFor(talk, found);
  const lead = talk.say.voices.speakingFor(display(found.organisation));
  const place = (await placeFor(talk, found)) ?? null;
  if (!place || !isOpen(talk, place)) return { ...answer(lead), focus: NOTHING };
  if (takesPart(place.participation)) return goOn(talk, place, lead);
  const reply = await begin(talk, place, [], true);
  return { ...reply, blocks: [...answer(lead).blocks, ...reply.blocks] };
}

const COLLEAGUE =
  /^(?:mon|ma|mes|notre|nos|un|une|le|la|my|our|a|the) (?:\p{L}{1,20} )?(?:collegues?|directeurs?|directrices?|chefs?|cheffes?|responsables?|presidente?s?|maires?|elue?s?|adjointe?s?|patronn?e?s?|colleagues?|directors?|managers?|boss|chairs?|mayors?)$/u;
const NAMED =
  /\b(?:pour|for|de|d['’]|of)\s{0,3}(?:(?:M|Mr|Mrs|Ms|Mme|Madame|Monsieur)\.?\s)?\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’-]{0,30}){0,3}[\s.!]{0,5}$/u;

/** "Paul", "Mme Duval", "ma directrice": a person, not a cause. */
const isSomebody = (talk: Talk, name: string): boolean =>
  talk.event.type === 'message' && (COLLEAGUE.test(name.trim()) || NAMED.test(talk.text));

async function placeFor(talk: Talk, { organisationId }: Partner): Promise<Place | null> {
  const partners = talk.actor.partners.filter((one) => one.organisationId === organisationId);
  return latestPlace({ ...talk, actor: { ...talk.actor, partners } });
}

/** After "Reprendre les mêmes réponses pour Y ?": null when the message is no answer to it. */
export async function onShare(talk: Talk, focus: FocusOf<'share'>): Promise<Reply | null> {
  const from = await placeOf(talk, { round: focus.round, partner: focus.from });
  const to = await placeOf(talk, { round: focus.round, partner: focus.to });
  if (!from || !to || !isOpen(talk, to)) return null;
  const { voices: say } = talk.say;
  const name = display(to.partner.organisation);
  const word = said(talk.text);
  const text = bare(talk.text);
  const choice = option(text, 3);
  if (choice === 1 || APART.test(text)) {
    await speakFor(talk, to.partner);
    const reply = await begin(talk, to, [], true);
    return { ...reply, blocks: [...answer(say.speakingFor(name)).blocks, ...reply.blocks] };
  }
  if (choice === 2 || word === 'no' || word === 'later' || word === 'pass' || word === 'thanks')
    return { ...answer(say.notNow(name, until(talk, to))), focus: NOTHING };
  if (choice !== 0 && word !== 'yes' && !SAME.test(text)) return null;
  const shared = await shareAnswers(talk, from, to);
  if (isRefusal(shared)) return { ...refusal(talk, shared), focus: NOTHING };
  const reply =
    shared.proposals.length > 0
      ? answer(say.shared(refs(talk, shared.proposals), name, shared.proposals.length > 1))
      : answer(say.sharedNothing(name));
  return { ...reply, focus: NOTHING, finished: { ...to, participation: shared.participation } };
}

const SAME =
  /^(?:(?:oui,? )?les memes(?: reponses)?(?: pour .{2,80})?|reprendre|the same(?: answers)?|same)$/u;
const APART =
  /^(?:repondre(?: a part| pour .{2,80})?|a part|separement|d'autres(?: reponses)?|answer (?:separately|apart)|separately|others?)$/u;

/** "P-0042 au nom de Y": theirs still, in the other organisation's name; null when no organisation of theirs is named. */
export async function onMove(talk: Talk, number: number, name: string): Promise<Reply | null> {
  const partners = organisationsOf(talk);
  const to =
    partners[
      named(
        name,
        partners.map(({ organisation }) => organisation),
      ) ?? -1
    ];
  if (!to) {
    const names = partners.map(({ organisation }) => display(organisation));
    return partners.length < 2 ? null : answer(talk.say.voices.notTheirs(talk.say.listed(names)));
  }
  const own = await ownProposal(talk, number, 'revise');
  if (isRefusal(own)) return refusal(talk, own);
  const tooLate = await lateChange(talk, [own]);
  if (tooLate) return tooLate;
  const moved = await moveProposal(talk, own, to);
  if (isRefusal(moved)) return refusal(talk, moved);
  return answer(talk.say.voices.moved(ref(number), display(to.organisation)));
}

/** The round's other organisation whose turn has not come yet. */
export async function nextVoice(talk: Talk, place: Place): Promise<Place | null> {
  const places = await placesIn(talk, place.round.id as RoundId);
  return (
    places.find(
      ({ partner, participation }) =>
        partner.organisationId !== place.partner.organisationId &&
        (participation.state === 'invited' || participation.state === 'started'),
    ) ?? null
  );
}

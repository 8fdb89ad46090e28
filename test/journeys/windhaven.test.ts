/** The same journeys on an island: four axes, other languages, other rules. Axes are content. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

journeys('on Windhaven', { world: WINDHAVEN, stories: 8 }, (at) => {
  test('invited in the consultation’s words, in the interface the bot speaks', () =>
    at.story(`
      Bot → Anouk: Hello Anouk, I am the bot of this consultation. Het bestuur schrijft met u een klimaatplan voor het eiland. … De maatregelen. … De vier thema's. … Four questions, about four minutes, until 15 May 2026; … Het klimaatteam leest uw antwoorden. Your words won't be published … Shall we start? [Start] [Later] [Not me]
      Bot → Joy: Hello Joy, I am the bot of this consultation. The government is writing a climate plan … until 15 May 2026;
    `));

  test('later, start, pass, to the end', () =>
    at.story(`
      Joy: later
      Bot: Of course.
      Joy: hello, yes please
      Bot: 1/4: What would lower your power bill?
      Joy: pass
      Bot: 2/4: Where does water go wrong?
      Joy: skip
      Bot: 3/4:
      Joy: pass
      Bot: 4/4: What would you like to plant or protect? … On land or at sea.
      Joy: pass
      Bot: That's everything, thank you! Until 15 May 2026 you can change anything
    `));

  test('not me, and who instead', () =>
    at.story(`
      Joy: not me
      Bot: Who should we ask instead? A name is enough, or “pass”.
      Joy: ask Winston at the harbour
      Bot: Thank you, the team will take it from here.
    `));

  test('two ideas, confirmed with a place named after', async () => {
    const told = await at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: - a loan for solar panels in Havenzicht↵- home insulation for old houses
      Bot: I read two ideas in this: … {a}, “a loan for solar panels in Havenzicht” … Havenzicht … {b}, “home insulation for old houses” … Is that right? [That's right] [Correct it]
      Joy: yes but also in Zoutpan
      Bot: Corrected. … 2/4:
      Joy: why {a}
      Bot: {a}, “a loan for solar panels … Axis “Energy”: read by the machine, 95% sure, mostly because of “solar” … Theme “Sun and wind”: read by the machine … Place “Zoutpan”: whoever wrote it said so. … Kind “new action”: what the machine supposes when no word says otherwise.
    `);
    const rows = await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id));
    const corrected = rows.find(({ number }) => `P-${String(number).padStart(4, '0')}` === told.refs.a)!;
    const places = corrected.tags.filter(({ dimension }) => dimension === 'territory');
    expect(places.map(({ value }) => value)).toContain('zoutpan');
  });

  test('a doubt between two axes, both, rather the second; answered in Dutch', () =>
    at.story(`
      Anouk: ja
      Bot: 1/4: Wat zou uw stroomrekening lager maken?
      Anouk: bomen langs het fietspad
      Bot: Noted, {a} … I'm not sure where {a} belongs: A) … or B) … ? … [Both]
      Anouk: allebei, liever B
      Bot: {a}: axis … with a pointer to axis … 2/4:
      Anouk: overslaan
      Bot: 3/4:
    `));

  test('withdraw, restore, never quoted, stop, resume', () =>
    at.story(`
      Ravi: yes
      Bot: 1/4:
      Ravi [as m]: a battery for the neighbourhood
      Bot: Noted, {a}
      Ravi [edit m]: a battery and a generator for the neighbourhood
      Bot: {a} is up to date.
      Ravi: withdraw {a}
      Bot: {a} is withdrawn.
      Ravi: restore {a}
      Bot: {a} is back.
      Ravi: quote me by name
      Bot: you will be quoted by your name and your organisation.
      Ravi: stop
      Bot: I won't write to you any more.
      Ravi: resume
      Bot: Good to have you back. … 2/4:
    `));

  test('others’ words may be shown here while the round is open: a merge is asked at once', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: a lending library for tools
      Bot: Noted, {mine}
      Joy: quote me by organisation
      Bot: you will be quoted … may I show it to them
      Joy: yes
      Bot: Noted, thank you.
      Ravi: yes
      Bot: 1/4:
      Ravi: borrowing tools instead of buying them
      Bot: Noted, {his}
      Rosa: merge {his} into {mine}
      Bot: I have asked the author of {his}
      Bot → Ravi: {his}, which is yours, and {mine} seem to say the same thing: … {his}, “borrowing tools instead of buying them” … {mine}, “a lending library for tools” … Would you like to join yours to {mine}? … [Join them] [Keep apart]
      Ravi: yes
      Bot: {his} is now joined to {mine}. Thank you!
      Ravi: the leaking pipes in Berg
      Bot: Noted, {pipes} … 3/4:
    `));
});

journeys('the loop, on Windhaven', { world: WINDHAVEN, stories: 2 }, (at) => {
  test('one body decides, one step', async () => {
    let told: Told = await at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: a loan for solar panels
      Bot: Noted, {sun}
      Anouk: ja
      Bot: 1/4:
      Anouk: zonnepanelen op elke school
      Bot: Noted, {school}
      Rosa: close maatregelen
      Bot: hasn't run its course yet: why close it now?
      Rosa: close maatregelen: everybody has answered
      Bot: “maatregelen” is closed. Late answers will be kept apart.
      Simon: synthesis
      Bot: I'm preparing
      Bot → Simon: Synthesis no. 1 … Draft no. 1.
    `);
    for (const axis of ['energie', 'water', 'verkeer', 'natuur'])
      told = await at.story(`Elena: no disagreement ${axis}\n Bot: Done.`, told);
    await at.story(
      `
      Simon: sign
      Bot: Synthesis no. 1 is signed.
      Simon: decide {sun} {school} adopted: Loans open in June, for schools first.
      Bot: {sun}, {school}: adopted, noted.
      Simon: give back
      Bot: 2 messages ready, 2 replies in all. … Shall I send it? [Send now] [Cancel]
      Simon [press]: Send now
      Bot: On their way: 2 messages with replies.
      Bot → Joy: ({sun}): adopted. Reason: Loans open in June, for schools first. (the Island Council,
      Bot → Anouk: ({school}): adopted. Reason: Loans open in June, for schools first. (de Eilandraad,
    `,
      told,
    );
  });
});

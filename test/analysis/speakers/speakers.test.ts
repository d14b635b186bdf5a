import { describe, expect, it } from 'vitest';
import { wordReason } from '../../../server/src/analysis/reasons.ts';
import { SPEAKER_REASONS } from '../../../server/src/analysis/speakers/speakers.ts';
import { textOf } from '../../../server/src/text/span.ts';
import { resolveMarked } from './resolveMarked.ts';

/** Every case: an article whose sources carry the speaker they mean. */
const CASES: Readonly<Record<string, string>> = {
  'a last name after a full name with title and role': `
<s:Ottoline Brask>Harbor Commission chairwoman Dr. Ottoline Brask</s> said the wall would hold.
<s:Ottoline Brask>Brask</s> spoke on Monday.`,
  'the fullest form of the name, wherever it stands': `
<s:Tobias R. Quillfeather Jr.>Quillfeather</s> said no.
Tobias R. Quillfeather Jr. has been the town's treasurer for ten years.`,
  'a nickname inside a name': `
<s:William "Billy" Thorngate>Thorngate</s> said he would run.
William "Billy" Thorngate was born in Lindale.`,
  'a particle before a surname': `
<s:Ursula van der Horst>Ursula van der Horst</s> said yes. <s:Ursula van der Horst>Van der Horst</s> smiled.`,
  'a role that is named only further down': `
Ferries stop at noon, <s:Pavel Dorn>the Lindale Port Ministry spokesman</s> said.
"They stop," <s:Pavel Dorn>Lindale Port Ministry spokesman Col. Pavel Dorn</s> said.
"For good," <s:Pavel Dorn>the spokesman</s> added.`,
  'a name in apposition to its role': `
<s:Ines Calloway>The museum's director, Ines Calloway,</s> said the roof leaked. <s:Ines Calloway>The director</s> wept.`,
  'a place behind a description, which is no name': `
Ida Tamm is cross. <s:Ida Tamm>The mother of three, from Little Warbury,</s> claims the work was done in secret.`,
  'a maker of something': `
Norwell, a maker of bicycle brakes, closed on Friday. <s:Norwell>The brake maker</s> said sales had fallen.`,
  'what a company does': `
Hanna Wolff left Lumen on Friday. <s:Lumen>Lumen</s> said it was time.
<s:Lumen>The software company, based in Graz,</s> said it would look for a successor.`,
  'an age': `
Peter Rusk was pulled from the river. <s:Peter Rusk>The 43-year-old</s> said he was cold.`,
  'a people': `
Coach Erik Stahl blamed the pitch. <s:Erik Stahl>The Swede</s> said it was a swamp.`,
  'an inspector as an officer': `
Detective Inspector Ruth Hale knocked twice. <s:Ruth Hale>The officer</s> said nobody came.`,
  'a striker, who is not the manager': `
Manager Colm Brady spoke first. <s:Colm Brady>Brady</s> said it was hard. Then Tom Okonjo, who scored, came in.
<s:Tom Okonjo>The striker</s> said he was tired.`,
  'a nameless official before a minister': `
Chief Minister Sunita Devi flew in. <s:->A senior official of the water board</s> said the wall broke.
<s:->The official</s> said it was old.`,
  'a name behind a relative clause, and one in it': `
<s:Merv Pascoe>A driver who stopped to help, Merv Pascoe,</s> said it was loud.
<s:->One former aide, who worked for Ms Loxley until May,</s> said it was late.`,
  'a body in apposition to another word for it': `
<s:United Metal Workers>The firm's largest union, the United Metal Workers,</s> said no.
<s:Voltline Services>The electricians' employer, Voltline Services,</s> said yes.`,
  'a union, which is no department and no newspaper': `
The Department for Education wrote to the Guardian. The Guardian printed it. <s:->The union</s> said it was late.`,
  'adjectives and small words in capitals, which are no names': `
Lumen fell ill. <s:->The San Francisco-based start-up</s> said no. Ban Ki-moon arrived. <s:Ban Ki-moon>Ban Ki-moon</s> said yes.
<s:->Nearly six in ten Canadians</s> say so. <s:Downing Street>Downing Street</s> said no.`,
  'two roles of one person': `
Martin Ashgrove retired. <s:Rosalind Ashgrove>His wife and former campaign manager Rosalind Ashgrove</s> said so.`,
  'pronouns by gender': `
Hector Lanning met Beatrice Owens on Friday. <s:Beatrice Owens>She</s> said the plan was dead.
<s:Hector Lanning>He</s> said it was not.`,
  'gender from a form of address, against no given name': `
Mrs. Tollivant met Oren Pike. <s:Tollivant>She</s> said the bridge was closed.`,
  'gender from the pronouns beside a name nobody knows': `
Zephrin Kuld said she would leave. Victor Osei stayed. <s:Zephrin Kuld>She</s> said so again.`,
  'husband and wife, each and both': `
<s:->Mr. and Mrs. Tollivant</s> said it flooded. <s:Mrs. Tollivant>Mrs. Tollivant</s> wept.
"Six times," <s:Mr. Tollivant>Mr. Tollivant</s> said. "Seven," said <s:Mrs. Tollivant>Mrs. Tollivant</s>.`,
  'it, of a company that an apposition makes known': `
The Harbour Board met. TechForward, an industry group whose members pay fees, spoke of research
that <s:TechForward>it</s> declined to share.`,
  'no name in a number': `
<s:->Half of them</s> said no.`,
  'nobody whom the pronoun’s own clause names': `
Ida Tamm came in. Clara Voss wept. "It is her business," <s:Ida Tamm>she</s> explained to Clara Voss.`,
  'no gender for a name from the pronoun of whoever says it': `
Ida Tamm sat down. "<c>Merrin is not coming back</c>," <s:Ida Tamm>she</s> said. <s:Merrin>Merrin</s> said nothing.`,
  'an epithet at the head of a sentence, which is no part of the name': `
Poor Winslow was amused. <s:Winslow>Winslow</s> said so.`,
  'a rank and a Miss of one surname': `
There was Colonel Trent, who laughed. Miss Amelia Trent, the Colonel's niece, did not.
<s:Trent>The Colonel</s> said so. <s:Amelia Trent>Miss Trent</s> wept.`,
  'a force that is no officer': `
The ferry was too full, <s:Coast Guard>the coast guard</s> said. <s:Lemuel Aroha>Coast Guard Capt. Lemuel Aroha</s> agreed.`,
  'a rank in two abbreviations': `
<s:Ian Boothroyd>Det Con Ian Boothroyd</s> said it was lost.`,
  'nobody called Everything': `
Marek came in. "So?" she said. <c>"Everything's lost,"</c> said <s:Marek>he</s>.`,
  'a given name that is a preposition, too': `
<s:Per Kuld>Per Kuld, a plumber,</s> said the drains were narrow. "Too narrow," <s:Per Kuld>Per</s> said.
The fee is 40 crowns per house.`,
  'nobody who is spoken to': `
Anton Veld met Oren Pike on the quay. <c>"Come, Veld,"</c> said <s:Oren Pike>he</s>.`,
  'whom the paragraph is about, before who spoke most in the last one': `
<s:Ada Orr>Ada Orr, for the board,</s> said the pump was old. "Very old," <s:Ada Orr>she</s> said.
"And dear," <s:Ada Orr>she</s> added.

Mrs. Veld wept as she stood there. "It was our only pump," <s:Veld>she</s> said.`,
  'a name with a possessive that stays on it': `
The smell of bread is Guðrún’s. "You are early," <s:Guðrún>she</s> said.`,
  'a short first name with a hyphen': `
<s:Jan-Erik ter Horst>Jan-Erik ter Horst</s> said no. "Never," <s:Jan-Erik ter Horst>Ter Horst</s> said.`,
  'letters behind a name': `
The lawyer Ebiere Tonye, SAN, has faulted the arrest. "It is a show," <s:Ebiere Tonye>he</s> said.`,
  'no butler for a mother who is spoken to': `
Parsons came in. He was an old butler. Lady Arabella had no eyes for Parsons. "Go," <s:Arabella>she</s> said.
<c>"Parsons, Mother."</c>`,
  'an official who is no minister': `
Prime Minister Sir Tama Vale flew home. Radio Tarn quoted a harbour official, who had seen it.
<s:->The official</s> said the rafts were old.`,
  'no ballet for a dancer': `
Mikael Strand made his name with "Rust". Sadie Orr danced. "It smells," <s:Sadie Orr>she</s> said.`,
  'no place for a person': `
Dora Quill came home to Yalmouth on Friday. All of Yalmouth knew. <s:Dora Quill>She</s> said she had missed it.`,
  'the last speaker after a quotation': `
"We lost," <s:Samuel Reyes>Samuel Reyes</s> said.
"But Peter Hale won," <s:Samuel Reyes>he</s> added.`,
  'I inside a quotation': `
<c>"<s:Lena Farrow>I</s> told him to stop,"</c> said <s:Lena Farrow>Lena Farrow</s>.
<s:Lena Farrow>Farrow</s> added: <c>"Then <s:Lena Farrow>I</s> said it again."</c>`,
  'who after a name and its apposition': `
The prize went to Clara Novak, a nurse from Elmsworth, <s:Clara Novak>who</s> said she was glad.`,
  'a ministry and its other names': `
<s:Ruritanian Ministry of Health>The Ruritanian Ministry of Health</s> warned of flu.
<s:Ruritanian Ministry of Health>The Ruritanian Health Ministry</s> said so twice.
<s:Ruritanian Ministry of Health>The ministry</s> gave no figures.
<s:Ruritanian Ministry of Health>The Ruritanian ministry's statement</s> was short.`,
  'a given name that men and women bear': `
Leslie Marrow sold the boat in March. <s:Leslie Marrow>She</s> said the price was fair.`,
  'a deputy, whose office is that alone': `
<s:Nora Quist>Police Chief Nora Quist</s> said so. <s:Tom Reed>Quist's deputy, Tom Reed,</s> agreed.
<s:Tom Reed>The deputy</s> left.`,
  'a colleague without a name, by the noun beside it': `
<s:Ines Roth>Dr. Ines Roth</s> said beds were short. <s:->Roth's colleague, a surgeon who asked not to be named,</s> said more.
<s:->The surgeon</s> said he had slept there.`,
  'somebody brought in beside somebody named': `
Clara Novak is the wife of a miner. <s:->The miner</s> said he was proud.
Ida Novak is a painter. <s:Ida Novak>The painter</s> said so, too.`,
  'a relative by the surname': `
Keith Dunmore was hurt. His wife, Rakeya Dunmore, saw it.
<s:Rakeya Dunmore>Mr. Dunmore's wife</s> said he fell. <s:->Mr. Dunmore's lawyer</s> said no more.`,
  'a couple, both and each': `
<s:->The couple, Jan and Karin Dahlin,</s> said no. <s:->The Dahlins</s> left. <s:Jan Dahlin>Jan Dahlin</s> came back.
<s:Karin Dahlin>Karin</s> did not.`,
  'a family before one of it is named': `
<s:->The Garridos, who own the inn,</s> said it flooded. <s:Lucia Garrido>Lucia Garrido</s> wept.`,
  'two joined by words that part them': `
<s:->Neither Ines Roth nor Tom Reed</s> said more. <s:->Both Roth and Reed</s> left.`,
  'shares of many': `
<s:->Half a dozen of the crew</s> said no. <s:->24% of riders</s> said yes. <s:->About two-thirds of the crew</s> slept.`,
  'minutes, which are a document': `
<s:->Minutes of the meeting</s> show that Ines Roth left.`,
  'it after a name that may be a body’s': `
<s:Quillon Pumps>Quillon Pumps</s> said sales rose. "A good year," <s:Quillon Pumps>it</s> said.`,
  'the former and the latter of two surnames': `
Brask and Quillon met. <s:Brask>The former</s> said it was dead, <s:Quillon>the latter</s> that it was not.`,
  'an acronym in brackets': `
<s:Coastal Erosion Survey>The Coastal Erosion Survey (CES)</s> said the cliff moved.
<s:Coastal Erosion Survey>The CES</s> measured it.`,
  'an acronym by its letters': `
The Maritime and Fisheries Commission met. <s:Maritime and Fisheries Commission>The M.F.C.</s> said nothing.`,
  'a paper by the end of its name': `
<s:Elmsworth Times>The Elmsworth Times</s> reported it. <s:Elmsworth Times>The Times</s> said more.
<s:Elmsworth Times>The newspaper</s> stood by it.`,
  'a body named after its head': `
<s:Hale campaign>The Hale campaign</s> denied it. Ruth Hale was away. <s:Hale campaign>Hale's campaign</s> said more.
<s:Hale campaign>The campaign</s> then fell silent.`,
  'the former and the latter of two people': `
Hector Lanning met Beatrice Owens on Friday. <s:Hector Lanning>The former</s> said the plan was dead; <s:Beatrice Owens>the latter</s> said it was not.`,
  'the latter of three people, which is nobody': `
Hector Lanning met Beatrice Owens and Ruth Hale on Friday. <s:->The latter</s> said the plan was dead.`,
  'a family, which is not the next company': `
Oren and Ann Pike bake bread. Mr. Pike is proud. <s:->The Pikes</s> said they would stay. <s:->The company</s> said it would not.`,
  'a country as its government': `<s:Ruritania>Ruritania</s> said it would pay.`,
  'two of one surname, told apart by the form of address': `
James Orr and Anna Orr run the farm. <s:Anna Orr>Mrs. Orr</s> said it was hard. <s:James Orr>Mr. Orr</s> said it paid.`,
  'a surname goes on to mean whom it first meant': `
Edmund Castell was shot on Monday. <s:Edmund Castell>Castell</s> had said he was afraid.
Philippa Castell, his sister, came to town. <s:Edmund Castell>Castell</s> had written that he would stay.`,
  'a first name on second reference': `
Wilhelmina Stroud is nine. <s:Wilhelmina Stroud>Wilhelmina</s> said she likes boats.`,
  'another word for the last one spoken of': `
Magnus Thiele opened the fair. <s:Magnus Thiele>The 45-year-old baker</s> said it was his last.`,
  'the author of a column': `
<s:Judith Marlowe>I</s> never believed it. My neighbor did.
Judith Marlowe is a nurse and the author of two books.`,
  'several people': `
Oren Pike and Ruth Hale met. <s:->Oren Pike and Ruth Hale</s> said it was over. <s:->They</s> shook hands.
<s:->Officials</s> said little. <s:->Pike's aides</s> said less. <s:->Some Democrats</s> laughed.`,
  documents: `
<s:->A new poll</s> found no change. <s:Elmsworth Times poll>An Elmsworth Times poll</s> found some.
<s:Salt>The film, titled "Salt,"</s> says otherwise.`,
  'nobody who is named': `
<s:->A witness</s> said the car was red. <s:->The woman</s> ran. <s:->One of Hale's advisers</s> shrugged.
<s:->A spokesman for the board</s> declined to comment.`,
  'an unnamed person is not somebody else named before': `
Lena Farrow left early. A man in a red coat came in. <s:->He</s> said nothing was open.`,
  'a deputy is not the office itself': `
Vice President Owen Keane spoke. <s:->The president</s> said nothing.`,
  'somebody of another party is not meant': `
Sen. Carla Ibarra (D-Ohio) spoke. <s:->The Republican senator</s> was silent.`,
};

describe('resolveSpeakers', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    const { found, expected } = resolveMarked(CASES[name]!.trim());
    expect(found).toEqual(expected);
  });

  it('leaves a pronoun without a speaker when two fit alike, and says so', () => {
    const { found, speakers, text } = resolveMarked(
      'The board named Oren Pike and Victor Osei. <s:->He</s> said it was late.',
    );
    expect(found).toEqual(['He → -']);
    const { reason } = speakers.at(-1)!.mentions[0]!;
    expect(wordReason(text, reason, SPEAKER_REASONS)).toMatch(/^“He” could mean “.*” or “.*”$/);
  });

  it('does not say who a pronoun means when nobody has been named', () => {
    const { found, speakers } = resolveMarked('<s:->She</s> said it was late.');
    expect(found).toEqual(['She → -']);
    expect(speakers).toMatchObject([
      { name: null, kind: 'unnamed', mentions: [{ reason: { code: 'speaker-unknown' } }] },
    ]);
  });

  it('finds every mention of a speaker, with titles, and where it was introduced', () => {
    const { text, speaker } = resolveMarked(`Gen. Tomas Veld, the commander of the coast guard, came late.
<s:Tomas Veld>Veld</s> said the ship was lost. "We looked," <s:Tomas Veld>he</s> said. A boat found Veld's cap.`);
    const { mentions, introduction, roles, kind } = speaker('Tomas Veld');
    expect(mentions.map(({ span, form }) => `${textOf(text, span)} (${form})`)).toEqual([
      'Gen. Tomas Veld (full-name)',
      'Veld (last-name)',
      'he (pronoun)',
      'Veld (last-name)',
    ]);
    expect(textOf(text, introduction)).toBe('Gen. Tomas Veld, the commander of the coast guard');
    expect(roles).toEqual(['Gen.', 'commander of the coast guard']);
    expect(kind).toBe('person');
  });

  it('says for whom a spokeswoman speaks', () => {
    const { speakers, speaker } = resolveMarked(
      '<s:Vera Lund>Vera Lund, a spokeswoman for the Lower Town Association,</s> said no.',
    );
    expect(speakers[speaker('Vera Lund').speaksFor!]).toMatchObject({
      name: 'Lower Town Association',
      kind: 'organisation',
    });
  });

  it('tells persons, bodies, documents, groups and unnamed sources apart', () => {
    const { speakers } = resolveMarked(`<s:->Residents</s> said no. <s:->A study</s> said yes.
<s:Harbor Board>The Harbor Board</s> said maybe. <s:Ana Ruiz>Ana Ruiz</s> said never. <s:->A clerk</s> said ever.`);
    expect(speakers.map(({ kind }) => kind)).toEqual([
      'group',
      'document',
      'organisation',
      'person',
      'unnamed',
    ]);
  });

  it('has nothing to say where there is no source', () => {
    expect(resolveMarked('Ana Ruiz opened the fair. She smiled.').speakers).toEqual([]);
    expect(resolveMarked('').speakers).toEqual([]);
  });
});

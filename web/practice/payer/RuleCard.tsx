import { durationText } from '@openum/domain/clock/rule.ts';
import type { LevelRule, PayerCard, RetroRule, Said } from '@openum/domain/payer/card.ts';
import { levelRule } from '@openum/domain/payer/question.ts';
import type { ReactNode } from 'react';
import { count } from '../../app/format.ts';
import { channelWord, levelWord } from '../words.ts';
import { needWords, retroFromWords, retroWords, sourceText, speakerWords } from './words.ts';

type FactProps<T> = {
  readonly label: string;
  readonly said: Said<T> | undefined;
  readonly children: (value: T) => ReactNode;
};

/** One thing that the payer has said, with where it is from; or that nobody has asked. */
const Fact = <T,>({ label, said, children }: FactProps<T>) => (
  <div data-unknown={said === undefined || undefined}>
    <dt>{label}</dt>
    <dd>
      {said ? (
        <>
          {children(said.value)}
          <span className="um-practice-quiet">{sourceText(said)}</span>
        </>
      ) : (
        'Not asked yet'
      )}
    </dd>
  </div>
);

const days = (n: number): string => count(n, 'day');

const Ways = ({ rule }: { readonly rule: LevelRule }) => (
  <>
    <Fact label="First authorization" said={rule.initialDays}>
      {days}
    </Fact>
    <Fact label="Each later one" said={rule.reviewIntervalDays}>
      {days}
    </Fact>
    <Fact label="Next request before the end" said={rule.leadTime}>
      {durationText}
    </Fact>
    <Fact label="Criteria" said={rule.criteria}>
      {(name) => name}
    </Fact>
    <Fact label="What they want to read" said={rule.wants}>
      {(wants) => (
        <ul>
          {wants.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
    </Fact>
  </>
);

/** Where the payer wants no request, nobody needs to know how to ask. */
const LevelPart = ({ rule }: { readonly rule: LevelRule }) => (
  <section className="um-rule-part" aria-label={levelWord(rule.levelOfCare)}>
    <h2>{levelWord(rule.levelOfCare)}</h2>
    <dl>
      <Fact label="Authorization" said={rule.authorization}>
        {(need) => needWords[need]}
      </Fact>
      {(rule.authorization === undefined || rule.authorization.value === 'required') && <Ways rule={rule} />}
    </dl>
  </section>
);

const retroText = ({ accepted, from, window }: RetroRule): string =>
  [
    retroWords[accepted],
    ...(accepted === 'no' || !window ? [] : [`within ${durationText(window)}`, retroFromWords[from].toLowerCase()]),
  ].join(', ');

/** What a payer wants, as a card to read and to print beside the telephone. */
export const RuleCard = ({ card, levels }: { readonly card: PayerCard; readonly levels: readonly string[] }) => (
  <div className="um-rule-card">
    <section className="um-rule-part" aria-label="The payer as a whole">
      <h2>Reaching them, and times</h2>
      <dl>
        <Fact label="How to reach them" said={card.channels}>
          {(channels) => (
            <ul>
              {channels.map((c) => (
                <li key={`${c.channel} ${c.address}`}>
                  {channelWord[c.channel]} {c.address}
                  {c.hours && <span className="um-practice-quiet">{c.hours}</span>}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label="Peer-to-peer" said={card.peerToPeer}>
          {({ window, phone }) => `within ${durationText(window)} of the denial${phone ? `, call ${phone}` : ''}`}
        </Fact>
        <Fact label="Who may speak there" said={card.talkSpeaker}>
          {(who) => speakerWords[who]}
        </Fact>
        <Fact label="Appeals" said={card.appeals}>
          {(levels) => (
            <ol>
              {levels.map((a) => (
                <li key={a.level}>
                  {a.name}, within {durationText(a.window)}
                  {a.address && <span className="um-practice-quiet">{a.address}</span>}
                </li>
              ))}
            </ol>
          )}
        </Fact>
        <Fact label="Days that have passed" said={card.retro}>
          {retroText}
        </Fact>
        <Fact label="Notice of an emergency admission" said={card.admissionNotice}>
          {(within) => `within ${durationText(within)}`}
        </Fact>
        <Fact label="A verification of benefits is good for" said={card.benefitsValidDays}>
          {days}
        </Fact>
      </dl>
    </section>
    {[...new Set([...card.levels.map((l) => l.levelOfCare), ...levels])].map((levelOfCare) => (
      <LevelPart key={levelOfCare} rule={levelRule(card, levelOfCare) ?? { levelOfCare }} />
    ))}
  </div>
);

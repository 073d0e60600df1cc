import './keep-rules.css'
import Same from '~icons/lucide/equal'
import Plus from '~icons/lucide/plus'
import { useState } from 'preact/hooks'
import { settleWord } from '#commands/whichBin.ts'
import type { RuleLine } from '#domain/bins/wasteRule.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { type MissedWord, missedWords } from '#queries/lookups.ts'
import { type OwnRule, rulesOf } from '#queries/whichBin.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { signOf } from '#ui/screens/bins/signs.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { KeptScreen } from '#ui/screens/plan/KeptScreen.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useLanguage, useWords } from '#ui/words.ts'
import { ruleAddress } from './address.ts'
import { shortLabel } from './label.ts'
import { SameAs } from './SameAs.tsx'

/** `/bins/keep/which-bin`: words that people looked for in vain, and what the compound decided itself. */
export function KeepRules() {
  const { whichBin: words } = useWords()
  const formats = useFormats()
  const { today } = useApp()
  const { reader } = useReader()
  const missed = missedWords(reader)
  const rules = useView((view) => rulesOf(view, today()))
  return (
    <KeptScreen
      by="bins"
      title={words.keep.title}
      back="/bins/keep"
      bar={
        <BottomBar>
          <Key look="primary" wide icon={Plus} label={words.keep.add} href={ruleAddress({})} />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <section class="stack">
          <Heading title={words.keep.missed} right={missed.length > 0 && formats.number(missed.length)} />
          {missed.length === 0 && <p>{words.keep.missedNone}</p>}
          {missed.map((one) => (
            <Missed key={one.word} {...one} />
          ))}
        </section>
        <section class="stack">
          <Heading title={words.keep.rules} />
          <p>{rules.length === 0 ? words.keep.rulesNone : words.keep.rulesText}</p>
          {rules.length > 0 && (
            <Rows label={words.keep.rules}>
              {rules.map((rule) => (
                <RuleRow key={rule.id} {...rule} />
              ))}
            </Rows>
          )}
        </section>
      </div>
    </KeptScreen>
  )
}

/** What the compound says today, and below it from which day on it says something else. */
function RuleRow({ label, item, now: line, next }: OwnRule) {
  const { whichBin: words } = useWords()
  const language = useLanguage()
  const formats = useFormats()
  const { now } = useApp()
  const shown = line ?? next
  const Sign = shown?.waste ? signOf(shown.waste) : Same
  const day = (since: string) => formats.date(since, now())
  const says = ({ waste, means }: RuleLine) => {
    const meant = means === undefined ? undefined : itemNo(means)
    return meant ? words.keep.means(shortLabel(meant, language)) : waste && words.name[waste]
  }
  const coming = ({ since, ...then }: RuleLine) => {
    const what = says({ since, ...then })
    if (what) return words.coming(what, day(since))
    return item === undefined ? words.comingNone(day(since)) : words.comingList(day(since))
  }
  return (
    <Row
      href={ruleAddress(item === undefined ? { word: label } : { item })}
      lead={
        <span class={`near-sign answer-${shown?.waste ?? 'same'}`}>
          <Sign aria-hidden="true" />
        </span>
      }
      title={[label, line && says(line)].filter(Boolean).join(' · ')}
      sub={
        <>
          {line && (
            <div>
              {line.waste ? words.because(line.reason, day(line.since)) : words.keep.since(day(line.since))}
            </div>
          )}
          {next && <div>{coming(next)}</div>}
        </>
      }
    />
  )
}

/** One word, how many people miss it, and the two ways to be done with it. */
function Missed({ word, people, last }: MissedWord) {
  const { keep } = useWords().whichBin
  const formats = useFormats()
  const { ctx, now } = useApp()
  const doing = useDoing()
  const [choosing, setChoosing] = useState(false)
  return (
    <Card>
      <div class="missed">
        <p class="missed-words">
          <b class="missed-word">{word}</b>
          <span>{`${keep.people(people)}，${keep.lastAsked(formats.day(last, now()))}`}</span>
        </p>
        <Key label={keep.answer} href={ruleAddress({ word })} />
        <Key label={keep.sameAs} onPress={() => setChoosing(true)} />
        <Key
          look="quiet"
          label={keep.leave}
          busy={doing.busy}
          onPress={() => void doing.run(() => settleWord(ctx, word), { text: keep.left })}
        />
      </div>
      {choosing && <SameAs word={word} onClose={() => setChoosing(false)} />}
    </Card>
  )
}

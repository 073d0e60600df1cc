import './keep-rules.css'
import Plus from '~icons/lucide/plus'
import { settleWord } from '#commands/whichBin.ts'
import { type MissedWord, missedWords } from '#queries/lookups.ts'
import { rulesOf } from '#queries/whichBin.ts'
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
import { useFormats, useWords } from '#ui/words.ts'
import { ruleAddress } from './address.ts'

/** `/bins/keep/which-bin`: words that people looked for in vain, and what the compound decided itself. */
export function KeepRules() {
  const { whichBin: words } = useWords()
  const formats = useFormats()
  const { now } = useApp()
  const { reader } = useReader()
  const missed = missedWords(reader)
  const rules = useView(rulesOf)
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
              {rules.map((rule) => {
                const Sign = signOf(rule.waste)
                return (
                  <Row
                    key={rule.id}
                    href={ruleAddress(rule.item === undefined ? { word: rule.label } : { item: rule.item })}
                    lead={
                      <span class={`near-sign answer-${rule.waste}`}>
                        <Sign aria-hidden="true" />
                      </span>
                    }
                    title={`${rule.label} · ${words.name[rule.waste]}`}
                    sub={words.because(rule.reason, formats.date(rule.since, now()))}
                  />
                )
              })}
            </Rows>
          )}
        </section>
      </div>
    </KeptScreen>
  )
}

/** One word, how many people miss it, and the two ways to be done with it. */
function Missed({ word, people, last }: MissedWord) {
  const { keep } = useWords().whichBin
  const formats = useFormats()
  const { ctx, now } = useApp()
  const doing = useDoing()
  return (
    <Card>
      <div class="missed">
        <p class="missed-words">
          <b class="missed-word">{word}</b>
          <span>{`${keep.people(people)}，${keep.lastAsked(formats.day(last, now()))}`}</span>
        </p>
        <Key label={keep.answer} href={ruleAddress({ word })} />
        <Key
          look="quiet"
          label={keep.leave}
          busy={doing.busy}
          onPress={() => void doing.run(() => settleWord(ctx, word), { text: keep.left })}
        />
      </div>
    </Card>
  )
}

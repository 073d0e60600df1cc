import Cards from '~icons/lucide/image'
import Megaphone from '~icons/lucide/megaphone'
import Warning from '~icons/lucide/triangle-alert'
import { cardOf } from '#domain/bins/talkCards.ts'
import { streamOf } from '#domain/bins/wasteClass.ts'
import type { RuleLine } from '#domain/bins/wasteRule.ts'
import type { Item } from '#domain/whichBin/list.ts'
import { SOURCES } from '#domain/whichBin/sources.ts'
import { type OwnAnswers, wasteHere } from '#queries/whichBin.ts'
import { Key } from '#ui/parts/Key.tsx'
import { signOf } from '#ui/screens/bins/signs.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useLanguage, useWords } from '#ui/words.ts'
import { shortLabel } from './label.ts'

/**
 * One block in the colour of the bin: the word, the sign, one tip, one sentence to say aloud. Where the compound decided
 * otherwise its bin is the answer, and what the list says stands beside it.
 */
export function AnswerCard({ item, own }: { item: Item; own: OwnAnswers }) {
  const { whichBin: words, cards } = useWords()
  const language = useLanguage()
  const formats = useFormats()
  const { now } = useApp()
  const rule = own.ruleFor(item)
  const next = own.comingFor(item)
  const called = own.alsoCalled(item)
  const waste = wasteHere(item, own)
  const Sign = signOf(waste)
  const source = item.source && SOURCES[item.source]
  // Tip and sentence of the list speak of its own bin; why a compound has another one only its reason can say.
  const asListed = waste === item.waste && source !== undefined
  const label = shortLabel(item, language)
  const nextSaid = ({ waste: then, since }: RuleLine) => {
    const day = formats.date(since, now())
    if (then) return words.coming(words.name[then], day)
    return source ? words.comingList(day) : words.comingNone(day)
  }
  const card = cardOf(item.key)
  const said = asListed
    ? item.say[language] || words.say[waste](label)
    : words.sayHere(label, words.name[waste])
  return (
    <section class={`answer answer-${waste}`}>
      <div class="answer-head">
        <span class="answer-sign">
          <Sign aria-hidden="true" />
        </span>
        <div class="answer-name">
          <p>{item.label[language]}</p>
          <h2>{words.name[waste]}</h2>
          {streamOf(waste) === undefined && <p>{words.notInFour}</p>}
        </div>
      </div>
      <div class="answer-say">
        {rule && (
          <p class="answer-here">
            <b>{words.here(words.name[rule.waste])}</b>
            <span>{words.because(rule.reason, formats.date(rule.since, now()))}</span>
          </p>
        )}
        {next && (
          <p class="answer-here">
            <b>{nextSaid(next)}</b>
            {next.waste && <span>{next.reason}</span>}
          </p>
        )}
        {called.length > 0 && <p>{words.alsoCalled(formats.list(called))}</p>}
        {asListed && item.tip[language] && <p>{item.tip[language]}</p>}
        <p class="answer-title">
          <Megaphone class="icon" aria-hidden="true" />
          {words.sayTitle}
        </p>
        <p class="answer-words">{said}</p>
        {card && asListed && <Key icon={Cards} label={cards.forThing} href={`/bins/cards?card=${card}`} />}
        {!rule && item.local && (
          <p class="answer-local">
            <Warning class="icon" aria-hidden="true" />
            {words.local}
          </p>
        )}
        {rule && <p>{source ? words.listSays(words.name[item.waste]) : words.ownThing}</p>}
        {source && <p class="answer-source">{words.source(source[language], source.date)}</p>}
      </div>
    </section>
  )
}

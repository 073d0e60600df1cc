import './keep-rules.css'
import './which-bin.css'
import CheckMark from '~icons/lucide/check'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { putRule } from '#commands/whichBin.ts'
import { lineOn, type RuleLine, type WasteRule, wasteRuleId } from '#domain/bins/wasteRule.ts'
import { WASTE_CLASSES, type WasteClass } from '#domain/bins/wasteClass.ts'
import { namedBy } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { normal } from '#domain/text.ts'
import { leaveTo } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { signOf } from '#ui/screens/bins/signs.tsx'
import { KeptScreen } from '#ui/screens/plan/KeptScreen.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useLanguage, useWords } from '#ui/words.ts'
import { shortLabel } from './label.ts'
import { SameAs } from './SameAs.tsx'
import { ThingField } from './ThingField.tsx'

/** What stands in the form; `list` takes the compound's rule back. */
interface Written {
  readonly thing?: number | string
  readonly where?: WasteClass | 'list'
  readonly reason: string
  readonly since: string
}

/** `/bins/keep/which-bin/rule`: what it is, where it goes here, why and from which day. */
export function RuleForm() {
  const { whichBin: words } = useWords()
  const { keep } = words
  const language = useLanguage()
  const { query, route } = useLocation()
  const { ctx, today } = useApp()
  const doing = useDoing()
  const asked = thingAsked(query)
  const ruleOf = (thing: number | string) =>
    wasteRuleId(ctx.tenant, typeof thing === 'number' ? thing : normal(thing))
  const kept = useView((view) => (asked === undefined ? undefined : view.get<WasteRule>(ruleOf(asked))))
  const draft = useDraft<Written>('wasteRule', String(asked ?? ''), {
    ...(asked !== undefined && { thing: asked }),
    ...(kept?.waste && { where: kept.waste }),
    reason: kept?.reason ?? '',
    since: kept?.since ?? today(),
  })
  const { thing, where, reason, since } = draft.value
  const item = typeof thing === 'number' ? itemNo(thing) : undefined
  const rule = useView((view) => (thing === undefined ? undefined : view.get<WasteRule>(ruleOf(thing))))
  const standing = rule !== undefined && (rule.waste ?? rule.means) !== undefined
  const [naming, setNaming] = useState(false)
  const label = item ? shortLabel(item, language) : String(thing ?? '')
  const set = (more: Partial<Written>) => draft.set({ ...draft.value, ...more })
  // Another answer begins today, unless another day is said: until now the present one held.
  const put = (next: WasteClass | 'list') =>
    set({ where: next, ...(since === kept?.since && since < today() && { since: today() }) })
  const nameOf = ({ waste, means }: RuleLine) => {
    const meant = means === undefined ? undefined : itemNo(means)
    return meant ? keep.means(shortLabel(meant, language)) : waste && words.name[waste]
  }
  // What holds until a day that is still to come: the compound's own word, else the list's.
  const held = rule && lineOn(rule, today())
  const until = (held && nameOf(held)) || (item && words.name[item.waste])

  const missing =
    thing === undefined
      ? keep.sayThing
      : where === undefined
        ? keep.sayWhere
        : reason.trim() === ''
          ? keep.sayWhy
          : since === ''
            ? keep.sayDay
            : undefined
  const save = async () => {
    if (thing === undefined || where === undefined) return
    const rule = { thing, waste: where === 'list' ? undefined : where, reason, since }
    const done = await doing.run(() => putRule(draft.ctx, rule), { text: keep.saved(label) })
    if (done) leaveTo('/bins/keep/which-bin', (there) => route(there, true))
  }
  const back = item ? keep.asList(words.name[item.waste]) : keep.drop
  return (
    <KeptScreen
      by="bins"
      title={label || keep.add}
      back="/bins/keep/which-bin"
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            label={keep.save}
            why={missing}
            busy={doing.busy}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide rule-form">
        <ThingField
          thing={thing}
          fixed={asked !== undefined}
          onThing={(next) => {
            const { thing: _, ...rest } = draft.value
            draft.set(next === undefined ? rest : { ...rest, thing: next })
          }}
        />
        {typeof thing === 'string' && <Key label={keep.sameAs} onPress={() => setNaming(true)} />}
        {typeof thing === 'string' && naming && (
          <SameAs
            word={thing}
            onClose={() => setNaming(false)}
            onDone={() =>
              void draft.drop().then(() => leaveTo('/bins/keep/which-bin', (there) => route(there, true)))
            }
          />
        )}
        <fieldset class="rule-where">
          <legend class="segmented-label">{keep.where}</legend>
          <div class="rule-classes">
            {WASTE_CLASSES.map((waste) => {
              const Sign = waste === where ? CheckMark : signOf(waste)
              return (
                <button
                  key={waste}
                  type="button"
                  class={waste === where ? `key answer-${waste}` : 'key key-secondary'}
                  aria-pressed={waste === where}
                  onClick={() => put(waste)}
                >
                  <Sign class="icon" aria-hidden="true" />
                  <span class="key-words">{words.name[waste]}</span>
                </button>
              )
            })}
            {standing && (
              <Key
                look="quiet"
                icon={where === 'list' ? CheckMark : undefined}
                pressed={where === 'list'}
                label={back}
                onPress={() => put('list')}
              />
            )}
          </div>
        </fieldset>
        <TextArea
          label={keep.why}
          placeholder={keep.whyHint}
          value={reason}
          maxLength={200}
          onDraft={(text) => set({ reason: text })}
        />
        <div class="stack">
          <Field type="date" label={keep.day} value={since} onDraft={(day) => set({ since: day })} />
          {until && since > today() && <p>{keep.until(until)}</p>}
        </div>
      </div>
    </KeptScreen>
  )
}

/** The thing that the address names: a number, or a word, which may be one of the list's after all. */
function thingAsked({ item, word }: Readonly<Record<string, string>>): number | string | undefined {
  const no = Number(item)
  if (itemNo(no)) return no
  if (word === undefined || normal(word) === '') return undefined
  const listed = namedBy(word)
  return listed ? Number(listed.key) : word.trim().slice(0, 40)
}

import Save from '~icons/lucide/download'
import Two from '~icons/lucide/users-round'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { type Looking, noteLook } from '#commands/looks.ts'
import { handOver } from '#device/export.ts'
import { settingsId, type Settings } from '#domain/settings.ts'
import { dayOf } from '#domain/workingDays.ts'
import { compoundName } from '#queries/council.ts'
import { NotAll } from '#ui/NotAll.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { MOST_ON_PAPER } from '#ui/paper/mostOnPaper.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { SecondYesPanel } from '#ui/screens/exports/SecondYesPanel.tsx'
import { useNoted } from '#ui/screens/exports/useNoted.ts'
import { useSecondYes } from '#ui/screens/exports/useSecondYes.ts'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { useView } from '#ui/state/view.ts'
import { packSheets } from './packSheets.ts'
import { type ListTable, packText, peopleTables } from './peopleList.ts'
import { deviceName, momentIn, type Saying } from './says.ts'
import type { Lost } from './useLost.ts'

/**
 * The papers of a lost device: what is known, a report, a notice. They name who used it and tell what they opened, so it is kept
 * that somebody took them, each time. The list of who may be concerned is on none of them till it is kept that somebody wanted
 * it, as with every table of names; of many homes a second officer says yes.
 */
export function LostPack({ lost, say, onBack }: { lost: Lost; say: Saying; onBack: () => void }) {
  const { ctx, person, now } = useApp()
  const toast = useToast()
  const hidden = useHidden()
  const [listed, setListed] = useState<string>()
  const { place = ctx.compound } = useNoted()
  const answers = useView((view) => view.get<Settings>(settingsId(ctx.tenant))?.answers)
  const { pack } = say.words.lost
  const { device, hold } = lost
  const compound = compoundName(ctx.view, ctx.compound)
  const onPaper = { ...say, paper: true } as const
  const name = deviceName(say, device)
  const people = typeof hold === 'string' ? 0 : hold.concerned.length + hold.tellers.length
  const homes = typeof hold === 'string' ? 0 : hold.homes
  const care = typeof hold !== 'string' && hold.concerned.some((one) => one.care || one.reasons)
  const second = useSecondYes({ place, homes, care })

  const sheets = packSheets(onPaper, lost, { compound, answers })
  const tables = listed !== undefined && typeof hold !== 'string' ? peopleTables(onPaper, hold) : []
  const note = pack.note(name).slice(0, 200)
  const noted = async (looked: Pick<Looking, 'what' | 'count' | 'homes' | 'request'>): Promise<boolean> => {
    const kept = await noteLook(ctx, { place, why: 'office', note, ...looked })
    if (!kept.ok) toast({ text: say.words.common.refused[kept.refused], icon: Warning })
    return kept.ok
  }
  const add = async () => {
    const taken = { count: people, homes, ...(second.request && { request: second.request }) }
    if (await noted({ what: 'export', ...taken }))
      setListed(pack.people.mark(person.name, momentIn(onPaper, now())))
  }
  const named = device.people.length + (listed === undefined ? 0 : people)
  const taken = () => noted({ what: 'lostDevice', count: named })
  const save = async () => {
    if (!(await taken())) return
    const list = listed === undefined ? undefined : { title: pack.people.title, mark: listed, tables }
    const title = [pack.title, [compound, name].join('　'), momentIn(onPaper, now())]
    // Some of what reads it takes text for another code without this sign.
    const content = `\uFEFF${packText(title, sheets, list)}`
    await handOver({ name: pack.file(name, dayOf(now())), type: 'text/plain', content })
  }
  const cannot = second.may
    ? undefined
    : second.permit.is === 'waits'
      ? say.words.trace.second.waits
      : say.words.trace.second.alone
  return (
    <PaperScreen
      title={pack.title}
      sub={name}
      back={onBack}
      internal
      beforePrint={taken}
      printKey={hidden ? 'none' : 'primary'}
      keys={!hidden && <Key icon={Save} label={pack.save} onPress={() => void save()} />}
      choices={
        hidden ? (
          <NotAll />
        ) : people === 0 ? (
          typeof hold !== 'string' && <Panel title={pack.noList} />
        ) : listed !== undefined ? (
          <Panel title={pack.added} />
        ) : (
          <Panel
            title={pack.list(say.formats.number(homes), say.formats.number(people))}
            text={pack.listText}
          >
            <SecondYesPanel permit={second.permit} homes={homes} />
            {second.canAsk ? (
              <Key
                wide
                icon={Two}
                label={say.words.trace.second.ask}
                busy={second.busy}
                onPress={() => void second.ask('office', note)}
              />
            ) : (
              <Key wide label={pack.add} why={cannot} onPress={() => void add()} />
            )}
          </Panel>
        )
      }
    >
      {sheets.map((sheet) => (
        <Page
          key={sheet.title}
          title={sheet.title}
          sub={sheet.forAll ? compound : `${compound}　${name}`}
          internal={!sheet.forAll}
          signed={sheet.signed}
        >
          {sheet.parts.map((part) => (
            <Section key={part.title} title={part.title}>
              {part.lines.map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            </Section>
          ))}
        </Page>
      ))}
      {tables.length > 0 && (
        <Page
          title={pack.people.title}
          sub={`${compound}　${name}`}
          internal
          says={listed}
          signed={pack.signed}
        >
          {tables.map((table) => (
            <Listed key={table.head[0]} table={table} say={say} />
          ))}
        </Page>
      )}
    </PaperScreen>
  )
}

/** Of a very long list the first rows; the file has all of them. */
function Listed({ table, say }: { table: ListTable; say: Saying }) {
  const { people } = say.words.lost.pack
  const more = table.rows.length - MOST_ON_PAPER
  return (
    <>
      {table.title && <h3>{table.title}</h3>}
      <Grid head={table.head} rows={table.rows.slice(0, MOST_ON_PAPER)} none="" />
      {more > 0 && <p class="page-note">{people.more(say.formats.number(more))}</p>}
    </>
  )
}

import { useRoute } from 'preact-iso'
import type { RecordId } from '#domain/ids.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Works } from '#domain/ledger/works.ts'
import { yuanText } from '#domain/money/yuan.ts'
import { nameOf } from '#queries/feedback.ts'
import { type WorksView, worksView } from '#queries/works.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Photo } from '#ui/Photo.tsx'
import { MoneyFigures } from '#ui/screens/accounts/MoneyFigures.tsx'
import { useVersion } from '#ui/screens/accounts/useVersion.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { onWall } from './onWall.ts'

/** `/works/:id/paper`: before and after, cost and warranty on A4. */
export function WorksPaper() {
  const id = useRoute().params['id'] as RecordId
  const { works } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const record = reader.get<Works>(id)
  const compound = useView((view) => view.get<Settings>(settingsId(ctx.tenant))?.name ?? '')
  if (record?.kind !== 'works') {
    return (
      <Screen title={works.title} back="/works">
        <Empty title={works.gone} />
      </Screen>
    )
  }
  const view = worksView(reader, ctx.view, record)
  return (
    <TwoForms title={works.print} sub={record.label} back={`/works/${id}`} publicOnly={reader.shared} open>
      {(internal) => (
        <div class="money-paper">
          <Sheet view={view} internal={internal} compound={compound} />
        </div>
      )}
    </TwoForms>
  )
}

function Sheet({ view, internal, compound }: { view: WorksView; internal: boolean; compound: string }) {
  const { works: words } = useWords()
  const { works } = view
  const { said } = useVersion({ section: 'works', about: works.id }, onWall(view))
  const content = onWall(view, words)
  return (
    <Page
      title={works.label}
      sub={`${compound}・${internal ? words.paper.inside : words.paper.title}`}
      internal={internal}
      version={said}
      signed={words.paper.signed}
    >
      <Pair before={works.before[0]} after={works.after.at(-1)} />
      {content.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <MoneyFigures figures={content.figures} />
      {internal && <Inside view={view} />}
    </Page>
  )
}

function Pair({ before, after }: { before: string | undefined; after: string | undefined }) {
  const { works: words } = useWords()
  const sides = [
    [words.before, before, words.paper.noBefore],
    [words.after, after, words.paper.noAfter],
  ] as const
  return (
    <div class="money-pair">
      {sides.map(([label, hash, none]) => (
        <figure key={label}>
          {hash ? <Photo hash={hash} alt={label} /> : <p class="money-none">{none}</p>}
          <figcaption>{label}</figcaption>
        </figure>
      ))}
    </div>
  )
}

/** Offers, decision, steps and the residents' own words: for the inside. */
function Inside({ view: { works, lines } }: { view: WorksView }) {
  const { works: words, accounts } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const { paper } = words
  const who = (one: (typeof works.acceptances)[number]) =>
    reader.shared ? '' : (one.name ?? nameOf(ctx.view, one.by))
  return (
    <>
      <Section title={words.quotes.title}>
        <Grid
          none={words.quotes.none}
          head={[paper.day, words.quotes.vendor, paper.sum]}
          rows={works.quotes.map((one) => [one.day, one.vendor, yuanText(one.cents)])}
        />
      </Section>
      <Section title={words.approvals.title}>
        <Grid
          none={words.approvals.none}
          head={[paper.day, words.approvals.howLabel, paper.what]}
          rows={works.approvals.map((one) => [one.day, words.approvals.how[one.approved], one.note ?? ''])}
        />
      </Section>
      <Section title={words.steps.title}>
        <Grid
          none={words.steps.none}
          head={[paper.what, words.steps.day, words.steps.reachDay]}
          rows={works.milestones.map((one) => [one.label, one.day ?? '', one.done ?? ''])}
        />
      </Section>
      <Section title={words.accept.title}>
        <Grid
          none={words.accept.count('0')}
          head={[paper.day, words.accept.note, words.accept.somebody]}
          rows={works.acceptances.map((one) => [one.day, one.note, who(one)])}
        />
      </Section>
      <Section title={words.money.lines}>
        <Grid
          none={words.money.noLines}
          head={[paper.day, paper.what, paper.sum]}
          rows={lines.map((one) => [
            one.month,
            one.label ?? accounts.subject[one.subject],
            yuanText(one.direction === 'in' ? one.cents : -one.cents),
          ])}
        />
      </Section>
    </>
  )
}

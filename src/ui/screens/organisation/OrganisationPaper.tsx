import './organisation-paper.css'
import type { Place } from '#domain/places.ts'
import { organisationOn } from '#queries/organisation.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import { Page } from '#ui/paper/Page.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { LinesOnPaper } from './LinesOnPaper.tsx'

const BACK = '/people/organisation'

/** `/people/organisation/paper`: who is who on A4. What hangs on a wall says where somebody is and nobody's name. */
export function OrganisationPaper() {
  const { organisation: words } = useWords()
  const { ctx, today } = useApp()
  const { reader } = useReader()
  const model = useView(ownNamesIn).model
  const { lines, people, held } = useView((view) => organisationOn(view, ctx.compound, today()))
  if (!reader.reads('team', ctx.compound)) {
    return (
      <Screen title={words.title} back={BACK}>
        <Empty title={words.notRead} />
      </Screen>
    )
  }
  const compound = reader.get<Place>(ctx.compound)?.label ?? ''
  return (
    <TwoForms
      title={words.title}
      sub={compound}
      back={BACK}
      publicOnly={reader.shared}
      open
      taking={{ what: 'organisation', count: people }}
    >
      {(internal) => (
        <Page
          title={[compound, words.title].filter(Boolean).join(' ')}
          sub={[model, words.counts(people, held)].filter(Boolean).join('・')}
          internal={internal}
        >
          <LinesOnPaper lines={lines} internal={internal} />
        </Page>
      )}
    </TwoForms>
  )
}

import './rounds.css'
import { useLocation, useRoute } from 'preact-iso'
import { editCampaign, planCampaign } from '#commands/campaigns.ts'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { ROLES } from '#domain/roles.ts'
import { addDays } from '#domain/workingDays.ts'
import { placesToAppoint, teamOn } from '#queries/team.ts'
import { leaveTo } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { isHere, useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { asForm, blank, type Filled, filledOf, missing, toggled } from './filled.ts'
import { useMayPlan } from './mayPlan.ts'
import { QuestionFields } from './QuestionFields.tsx'

/** A round lasts a week unless somebody says otherwise. */
const USUAL_DAYS = 7

/** `/rounds/new` and `/rounds/:id/edit`: what the office asks for. */
export function RoundForm() {
  const { rounds } = useWords()
  const id = useRoute().params['id'] as RecordId | undefined
  const campaign = useView((view) => (id === undefined ? undefined : view.get<Campaign>(id)))
  const plans = useMayPlan()
  const back = campaign ? `/rounds/${campaign.id}` : '/rounds'
  if (!plans || (id !== undefined && campaign?.kind !== 'campaign')) {
    return (
      <Screen title={rounds.title} back={back}>
        <Empty title={plans ? rounds.gone : rounds.notYours} text={plans ? undefined : rounds.notYoursText} />
      </Screen>
    )
  }
  return <Form key={id ?? 'new'} campaign={campaign} back={back} />
}

function Form({ campaign, back }: { campaign: Campaign | undefined; back: string }) {
  const words = useWords()
  const { form } = words.rounds
  const { ctx, today } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const draft = useDraft<Filled>(
    'rounds.plan',
    campaign?.id ?? ctx.compound,
    campaign ? filledOf(campaign) : blank(today(), addDays(today(), USUAL_DAYS)),
    ({ id }) => id !== undefined && isHere(ctx.view, id),
  )
  const { value } = draft
  const change = (part: Partial<Filled>) =>
    draft.set({ ...value, ...(!campaign && { id: value.id ?? (ctx.newId() as RecordId) }), ...part })
  const why = missing(value)

  const save = async () => {
    const wanted = asForm(value)
    const id = value.id ?? (ctx.newId() as RecordId)
    const done = await doing.run(
      () => (campaign ? editCampaign(draft.ctx, campaign, wanted) : planCampaign(draft.ctx, wanted, id)),
      { text: campaign ? words.rounds.edited : words.rounds.planned },
    )
    if (!done) return
    await draft.drop()
    leaveTo(`/rounds/${campaign?.id ?? id}`, (there) => route(there, true))
  }
  return (
    <Screen
      title={campaign ? words.rounds.edit : words.rounds.plan}
      back={back}
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={words.common.save}
            why={why && form[why]}
            busy={doing.busy}
            busyLabel={words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide rounds-form">
        <Field
          label={form.name}
          value={value.title}
          placeholder={form.nameHint}
          maxLength={24}
          onDraft={(title) => change({ title })}
        />
        <TextArea
          label={form.purpose}
          value={value.purpose}
          rows={2}
          maxLength={200}
          onDraft={(purpose) => change({ purpose })}
        />
        <QuestionFields questions={value.questions} onChange={(questions) => change({ questions })} />
        <Where value={value} onChange={change} />
        <Segmented
          label={form.doors}
          shown
          look="answer"
          value={value.doors}
          options={[
            { value: 'all', label: form.everyDoor },
            { value: 'notReached', label: form.notReached },
          ]}
          onChange={(doors) => change({ doors })}
        />
        <Who value={value} onChange={change} />
        <div class="rounds-days">
          <Field label={form.from} type="date" value={value.from} onDraft={(from) => change({ from })} />
          <Field
            label={form.until}
            type="date"
            value={value.until}
            min={value.from}
            onDraft={(until) => change({ until })}
          />
        </div>
      </div>
    </Screen>
  )
}

interface Choosing {
  readonly value: Filled
  readonly onChange: (part: Partial<Filled>) => void
}

function Where({ value: { where }, onChange }: Choosing) {
  const { form } = useWords().rounds
  const places = useView((view) => placesToAppoint(view, ['building', 'unit']))
  return (
    <fieldset class="rounds-choose">
      <legend>{form.where}</legend>
      <Key
        look="quiet"
        label={form.everywhere}
        pressed={where.length === 0}
        onPress={() => onChange({ where: [] })}
      />
      {places.map(({ place, where: label }) => (
        <Key
          key={place}
          look="quiet"
          label={label}
          pressed={where.includes(place)}
          onPress={() => onChange({ where: toggled(where, place) })}
        />
      ))}
    </fieldset>
  )
}

/** Whoever may knock at doors, wherever. */
function Who({ value: { people }, onChange }: Choosing) {
  const { form } = useWords().rounds
  const { today } = useApp()
  const team = useView((view) =>
    teamOn(view, today()).filter(({ duties }) =>
      duties.some(({ role }) => ROLES[role].act.includes('recordVisit')),
    ),
  )
  return (
    <fieldset class="rounds-choose">
      <legend>{form.who}</legend>
      <Key
        look="quiet"
        label={form.anybody}
        pressed={people.length === 0}
        onPress={() => onChange({ people: [] })}
      />
      {team.map(({ person, name }) => (
        <Key
          key={person}
          look="quiet"
          label={name}
          pressed={people.includes(person)}
          onPress={() => onChange({ people: toggled(people, person) })}
        />
      ))}
    </fieldset>
  )
}

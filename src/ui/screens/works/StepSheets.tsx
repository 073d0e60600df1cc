import type { WorksView } from '#queries/works.ts'
import { AcceptSheet } from './AcceptSheet.tsx'
import { ApproveSheet } from './ApproveSheet.tsx'
import { CancelSheet } from './CancelSheet.tsx'
import { HearSheet } from './HearSheet.tsx'
import { MoneySheet } from './MoneySheet.tsx'
import { QuoteSheet } from './QuoteSheet.tsx'
import { ReachSheet } from './ReachSheet.tsx'
import { StepSheet } from './StepSheet.tsx'

/** What somebody is writing down about works now. */
export type Writing =
  | { readonly what: 'quote' | 'approve' | 'step' | 'accept' | 'money' | 'hear' | 'cancel' }
  | { readonly what: 'reach'; readonly label: string }

export function StepSheets(props: { view: WorksView; writing: Writing; onClose: () => void }) {
  const { view, writing, onClose } = props
  const about = { works: view.works, onClose }
  switch (writing.what) {
    case 'quote':
      return <QuoteSheet {...about} />
    case 'approve':
      return <ApproveSheet {...about} />
    case 'step':
      return <StepSheet {...about} />
    case 'reach':
      return <ReachSheet {...about} label={writing.label} />
    case 'accept':
      return <AcceptSheet {...about} />
    case 'money':
      return <MoneySheet {...about} />
    case 'hear':
      return <HearSheet {...about} />
    case 'cancel':
      return <CancelSheet {...about} />
  }
}

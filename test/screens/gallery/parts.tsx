import './parts.css'
import Camera from '~icons/lucide/camera'
import CheckMark from '~icons/lucide/check'
import Heart from '~icons/lucide/heart'
import Refresh from '~icons/lucide/refresh-cw'
import Search from '~icons/lucide/search'
import Flag from '~icons/lucide/flag'
import { useState } from 'preact/hooks'
import '#ui/style/tokens.css'
import '#ui/style/base.css'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { BigNumber } from '#ui/parts/BigNumber.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading, Panel } from '#ui/parts/Card.tsx'
import { Dialog, Sheet } from '#ui/parts/Dialog.tsx'
import { DueBlock } from '#ui/parts/DueBlock.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field, Select, TextArea } from '#ui/parts/Field.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Logo, Windows } from '#ui/parts/House.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { type SyncForm, SyncStrip } from '#ui/parts/SyncStrip.tsx'
import { Tag, type Tone } from '#ui/parts/Tag.tsx'
import { Toast } from '#ui/parts/Toast.tsx'
import { type Tri, TriState } from '#ui/parts/TriState.tsx'
import { useWords } from '#ui/words.ts'

const TAGS: readonly [string, Tone][] = [
  ['在办', 'plain'],
  ['正在议', 'now'],
  ['办完', 'done'],
  ['要催', 'chase'],
  ['超 1 天', 'overdue'],
  ['说话大声点', 'soft'],
  ['厨余垃圾', 'kitchen'],
  ['其他垃圾', 'other'],
  ['可回收物', 'recyclable'],
  ['有害垃圾', 'hazardous'],
]
const FORMS: readonly [SyncForm, string, string][] = [
  ['waiting', '已存本机', '3 条待上传'],
  ['done', '已存本机', '都传完了'],
  ['sending', '正在传', '2 / 3'],
  ['noSignal', '没信号', '照样能记'],
  ['decide', '有 1 处', '要您定'],
]

/** Every part in every state. `open` lies over it: `dialog` or `sheet`. */
export function Gallery({ open }: { open: string | null }) {
  const { common } = useWords()
  const [tri, setTri] = useState<Tri | undefined>('good')
  const [view, setView] = useState('now')
  const [answer, setAnswer] = useState<string | undefined>('soon')
  const [floors, setFloors] = useState(19)
  const [name, setName] = useState('王婆婆')
  const [shown, show] = useState(open)
  return (
    <main class="gallery">
      <Header
        title="组件"
        sub="按、填、看"
        back="/"
        leave={common.back}
        right={<Key look="quiet" label="阳光" />}
      />
      <Heading title="按键" right="最小 56，常用 64" />
      <div class="beside">
        <Key look="primary" icon={CheckMark} label="存下来" busyLabel="正在存…" />
        <Key look="primary" icon={Refresh} label="存下来" busy busyLabel="正在存…" />
        <Key look="primary" label="存下来" why="先选哪里、哪家" />
        <Key icon={Camera} label="拍照" />
        <Key look="quiet" label="阳光" />
        <Key look="alert" label="删掉这条" onPress={() => show('dialog')} />
        <Key bare icon={Search} label="查找" onPress={() => show('sheet')} />
      </div>
      <Heading title="三态" />
      <TriState label="桶盖" value={tri} names={common.tri} onChange={setTri} />
      <TriState label="地面" value="toFix" names={common.tri} onChange={() => undefined} />
      <TriState label="公示牌" value="unchecked" names={common.tri} onChange={() => undefined} />
      <Segmented
        label="看哪些"
        value={view}
        onChange={setView}
        options={[
          { value: 'now', label: '立即改', count: '2' },
          { value: 'soon', label: '立马办', count: '6' },
          { value: 'plan', label: '看得见', count: '3' },
          { value: 'done', label: '办完了', count: '24' },
        ]}
      />
      <Segmented
        label="什么时候办好"
        shown
        look="answer"
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'now', label: '立即改', sub: '24 小时' },
          { value: 'soon', label: '立马办', sub: '3 天' },
          { value: 'plan', label: '看得见', sub: '上会再定' },
        ]}
      />
      <Segmented
        label="筛"
        look="chips"
        value={view}
        onChange={setView}
        options={[
          { value: 'now', label: '全部', count: '151' },
          { value: 'soon', label: '没去', count: '57' },
          { value: 'plan', label: '有事', count: '9' },
        ]}
      />
      <Heading title="填写框" />
      <Field
        label="怎么称呼"
        help="平时怎么喊就怎么写"
        placeholder="比如 王婆婆"
        value=""
        onDraft={() => undefined}
      />
      <Field label="怎么称呼" value={name} onDraft={setName} />
      <Field
        label="电话"
        type="tel"
        error="少 1 位，手机号是 11 位"
        value="1380028220"
        onDraft={() => undefined}
      />
      <Select
        label="谁来办"
        value="li"
        options={[{ value: 'li', label: '物业 李师傅' }]}
        onChange={() => undefined}
      />
      <Field label="哪天办好" type="date" value="2026-12-01" onDraft={() => undefined} />
      <TextArea label="写一句" value="灯不亮，晚上看不见，老人怕摔" onDraft={() => undefined} />
      <Stepper label="几层楼" value={floors} onChange={setFloors} less={common.fewer} more={common.add} />
      <Heading title="标签" />
      <div class="beside">
        {TAGS.map(([label, tone]) => (
          <Tag
            key={label}
            label={label}
            tone={tone}
            icon={tone === 'overdue' ? Flag : tone === 'plain' ? Heart : undefined}
          />
        ))}
      </div>
      <div class="beside">
        <DueBlock word="还剩" number="5" unit="小时" tone="today" />
        <DueBlock word="还剩" number="2" unit="天" />
        <DueBlock word="超了" number="1" unit="天" tone="over" />
        <DueBlock word="用了" number="3" unit="天" tone="done" />
        <Avatar name="周桂芳" look="current" />
        <Avatar name="唐玉珍" />
        <Logo />
      </div>
      {FORMS.map(([form, text, strong]) => (
        <SyncStrip key={form} form={form} text={text} strong={strong} opens="" onPress={() => undefined} />
      ))}
      <BigNumber value="94" of="142 户" below="30天内去过的，窗亮了" />
      <Windows lit={3} of={5} words="第 3 步，一共 5 步" />
      <Rows>
        <Row href="#" lead={<Lead big="18:00" small="25 分后" />} title="东门晚班督导" sub="和唐玉珍一起" />
        <Row
          href="#"
          current
          lead={<DueBlock word="超了" number="1" unit="天" tone="over" />}
          title="2单元 9楼 灯不亮"
          sub="立即改・物业 李师傅"
          right={<Tag label="要催" tone="chase" />}
        />
      </Rows>
      <Panel tone="alert" title="有 1 处要您定" text="502 的电话两个人都改了，用哪个？" />
      <Card>
        <Empty title="这栋还没开始走" text="从哪家开始都行，走一家亮一扇">
          <Key look="primary" label="开始走访" />
        </Empty>
      </Card>
      <ErrorPanel title="照片没存上" text="平板快满了。文字已经存好，不会丢。">
        <Key look="primary" icon={Camera} label="存小一点的照片" />
        <Key look="quiet" label="先不要照片" />
      </ErrorPanel>
      <Toast text="702 记成已访" undo={{ label: '撤回', onPress: () => undefined }} />
      <BottomBar>
        <Key label="撤回" />
        <Key look="primary" label="交班给早班" />
      </BottomBar>
      <Dialog
        open={shown === 'dialog'}
        onClose={() => show(null)}
        title="交班给早班"
        text="交班以后，今天还能改，改了留底。"
      >
        <Key look="primary" wide icon={CheckMark} label="交班" />
        <Key look="quiet" wide label="再看看" onPress={() => show(null)} />
      </Dialog>
      <Sheet open={shown === 'sheet'} onClose={() => show(null)} title="换哪种显示" close={common.close}>
        <div class="beside">
          <Key look="primary" icon={CheckMark} label="白天" />
          <Key label="阳光" />
          <Key label="夜间" />
        </div>
      </Sheet>
    </main>
  )
}

import type { RecorderRefusal } from '#device/recorder.ts'
import type { Speaker } from '#domain/voiceNote.ts'

/** What is spoken into a remark, and what several people say of one thing. */
export const voices = {
  note: {
    stop: '说完了',
    cancel: '不要这段',
    waiting: '话筒在等您同意…',
    going: (seconds: number) => `正在录，还剩 ${seconds} 秒`,
    whose: '谁的声音',
    speaker: { retold: '我转述', resident: '本人说' } as Record<Speaker, string>,
    asked: { retold: '不录别人', resident: '先问：可以录吗' } as Record<Speaker, string>,
    play: (seconds: number) => `听录音 ${seconds} 秒`,
    stopPlaying: '别放了',
    again: '重录',
    drop: '不要录音',
    only: (seconds: number) => `有一段录音，${seconds} 秒`,
    type: '打成字',
    typeTitle: '听着录音，打成字',
    typed: '打好了',
    typedBy: (name: string) => `${name}打的字`,
    refused: {
      notAllowed: '话筒没让用。在手机设置里给邻边话筒权限，再来录。打字、拍照照样能记。',
      noMicrophone: '这台没找到话筒。打字、拍照照样能记。',
      cannotRecord: '这台的浏览器录不了。打字、拍照照样能记。',
    } as Record<RecorderRefusal, string>,
    notHeard: {
      coming: '录音还没传到，等有网再听。',
      closed: '这段不归您听。',
      noWay: '录音还没传到这台，等有网再听。',
      broken: '这段这台放不出来，换一台听。',
    },
  },
  drafts: { another: '另记一条', gone: '不要了' },
  same: {
    title: '别人说过的，是这件吗',
    join: '也是这件事',
    joined: '记在一起了，算一户',
    weight: (households: number, day: string) => `${households} 户，${day}起`,
    maybe: '这几条像是一回事',
    merge: '是一回事',
    merged: '并在一起了',
    apart: '分开',
    parted: '分开了，各是各的',
  },
  heard: {
    title: (count: number) => `${count} 个人说过`,
    by: (name: string) => `${name}听到的`,
    told: '告诉过了',
    untold: '还没告诉',
    someone: '没留名字',
    leads: '头一个说的',
  },
  travelled: (time: string) => `采集到送达 ${time}`,
  minutes: (minutes: number) => `${minutes} 分`,
  hours: (hours: number, minutes: number) => `${hours} 小时${minutes > 0 ? ` ${minutes} 分` : ''}`,
  days: (days: number, hours: number) => `${days} 天${hours > 0 ? ` ${hours} 小时` : ''}`,
}

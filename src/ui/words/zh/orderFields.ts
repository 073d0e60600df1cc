/** What is written about an order: in whose hands, sent where, what it cost. */
export const orderFields = {
  team: '哪一班人',
  vendor: '哪家来做',
  body: '转给谁',
  reference: '外面的编号',
  workingDays: '答应几个工作日',
  area: '公共还是户内',
  costCents: '花了多少（分）',
  payer: '谁出钱',
  materials: '用了什么料',
  says: '师傅怎么说',
  hindrance: '为什么修不了',
}

export const orderChoices = {
  team: {
    engineering: '工程班',
    cleaning: '保洁班',
    order: '秩序班',
    customer_service: '客服',
    owners_committee: '业委会',
    community: '社区',
  },
  body: {
    hotline12345: '12345 热线',
    street: '街道',
    utility: '水电气',
    police: '派出所',
    other: '别的单位',
  },
  area: { common: '公共的', private_paid: '自家的，自己出钱', private_warranty: '自家的，还在保修' },
  payer: {
    trust_fund: '信托资金',
    maintenance_fund: '维修资金',
    owner: '业主自己',
    vendor_warranty: '厂家保修',
    company: '物业公司',
  },
  says: { took: '我接了', fixed: '修好了', cannot: '修不了' },
  hindrance: {
    parts: '缺配件',
    notMyTrade: '不是我修的活',
    notLetIn: '进不去门',
    tooMuch: '要大修，先商量',
    noTime: '这几天来不了',
    otherwise: '别的原因',
  },
}

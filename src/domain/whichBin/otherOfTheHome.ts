/** Other waste of bathroom, living room and bedroom. One thing a line, in the columns that `list.ts` explains. A number is a name: it is never given to another thing. */
export const OTHER_OF_THE_HOME = `
38|O|Z|b|卫生纸|卫生纸,厕纸,手纸,卷纸|wei sheng zhi,ce zhi,shou zhi,juan zhi|Toilet paper||||
39|O|T|b|纸尿裤、尿不湿|纸尿裤,尿不湿,尿片,尿布,成人尿不湿,拉拉裤,成人纸尿裤|zhi niao ku,niao bu shi,niao pian,niao bu,cheng ren niao bu shi,la la ku,cheng ren zhi niao ku|Nappies,diapers|卷紧包好|Roll it up tight||
40|O|T|b|卫生巾|卫生巾,姨妈巾,护垫|wei sheng jin,yi ma jin,hu dian|Sanitary towels,pads|包好|Wrapped||
41|O|T|bl|猫砂|猫砂,猫沙|mao sha,mao sha|Cat litter|结团不冲厕|Do not flush the clumps||
42|O|T|l|烟头|烟头,烟蒂,香烟,烟灰|yan tou,yan di,xiang yan,yan hui|Cigarette ends,ash|先彻底熄灭|Make sure it is out||
43|O|T|l|灰土、扫地灰|灰土,扫地灰,灰尘,尘土,毛灰,吸尘器灰,渣渣,扫地的灰|hui tu,sao di hui,hui chen,chen tu,mao hui,xi chen qi hui,zha zha,sao di de hui|Dust,sweepings||||
44|O|T|b|头发|头发,毛发,狗毛,猫毛|tou fa,mao fa,gou mao,mao mao|Hair||||
53|O|G|l|快递袋、气泡袋|快递袋,气泡袋,气泡膜|kuai di dai,qi pao dai,qi pao mo|Courier bags,bubble wrap||||
54|O|G|l|胶带、快递单|胶带,快递单,透明胶,不干胶|jiao dai,kuai di dan,tou ming jiao,bu gan jiao|Sticky tape,courier labels|撕下再回收纸箱|Peel it off, then recycle the box||
58|O|G|b|口罩（日常）|口罩|kou zhao|Face masks|折叠包好|Fold and wrap it||
59|O|G|b|棉签、创可贴|棉签,创可贴,纱布|mian qian,chuang ke tie,sha bu|Cotton buds,plasters||||
60|O|Q|b|面膜、化妆棉|面膜,化妆棉|mian mo,hua zhuang mian|Face sheets,cotton pads||||
61|O|Q|b|过期化妆品（膏、粉）|过期化妆品,化妆品,口红,粉底,护肤品|guo qi hua zhuang pin,hua zhuang pin,kou hong,fen di,hu fu pin|Old cosmetics,lipstick,make-up|容器洗净可回收|A washed container is recyclable||
62|O|G|b|旧牙刷|旧牙刷,牙刷|jiu ya shua,ya shua|Toothbrush||||
64|O|G|b|旧内衣、旧袜子|旧内衣,旧袜子,内衣,袜子,内裤,丝袜|jiu nei yi,jiu wa zi,nei yi,wa zi,nei ku,si wa|Underwear,socks|不进旧衣箱|Not in the clothes bank||
65|O|G|l|一次性打火机|一次性打火机,打火机,火机|yi ci xing da huo ji,da huo ji,huo ji|Lighter|不要自己放气；还有气的交物业|Do not let the gas out; if not empty, give it to the property office|打火机别自己放气，还有气的交给物业。|Do not let the gas out of a lighter; if there is some, give it to the property office.
66|O|G|l|干燥剂|干燥剂,防潮珠|gan zao ji,fang chao zhu|Drying agent,silica gel||||
67|O|G|l|隐形眼镜、眼镜|隐形眼镜,眼镜,老花镜|yin xing yan jing,yan jing,lao hua jing|Glasses,contact lenses,spectacles||||
68|O|G|l|购物小票（热敏纸）|购物小票,小票,收据,发票,热敏纸|gou wu xiao piao,xiao piao,shou ju,fa piao,re min zhi|Receipts,till paper|不可回收|Not recyclable||
69|O|G|b|镜子|镜子|jing zi|Mirror|包好防割|Wrap it||
70|O|G|l|雨伞|雨伞,伞|yu san,san|Umbrella|金属骨架可拆卖|The metal frame can be sold||
71|O|T|l|干电池（5号/7号，无汞碱性）|干电池,5号电池,7号电池,碱性电池,五号电池,七号电池,一号电池,1号电池,遥控器电池|gan dian chi,5 hao dian chi,7 hao dian chi,jian xing dian chi,wu hao dian chi,qi hao dian chi,yi hao dian chi,1 hao dian chi,yao kong qi dian chi|Dry batteries,AA battery,AAA battery,AA,AAA,alkaline battery|无汞不算有害；漏液用袋装|No mercury, so not hazardous; bag it if it leaks|现在的5号7号电池没有汞，丢其他；纽扣电池才丢有害。|AA and AAA have no mercury now: Other. Only button cells are hazardous.
72|O|G|l|LED灯泡|LED灯泡,led灯,灯泡,led灯管|led deng pao,led deng,deng pao,led deng guan|LED bulb,light bulb|不含汞，与节能灯区分|No mercury; energy-saving lamps are different||
153|O|G|l|花盆土|花盆土,营养土,泥巴,花土,土,盆土|hua pen tu,ying yang tu,ni ba,hua tu,tu,pen tu|Potting soil,soil|量大的问物业|Ask the property office if there is a lot||
172|O|G|l|蜡烛、火柴|蜡烛,火柴,蜡头|la zhu,huo chai,la tou|Candle,matches|完全熄灭|Make sure it is out||
195|O|G|b|牙膏皮|牙膏皮,牙膏,牙膏管|ya gao pi,ya gao,ya gao guan|Toothpaste tube||||
196|O|G|b|洗面奶、护手霜软管|洗面奶,护手霜,软管,面霜|xi mian nai,hu shou shuang,ruan guan,mian shuang|Face-wash tube,hand cream|洗净的瓶子可回收|A washed bottle is recyclable||
197|O|G|b|浴球、搓澡帕|浴球,沐浴球,搓澡帕,搓澡巾,浴帽|yu qiu,mu yu qiu,cuo zao pa,cuo zao jin,yu mao|Bath sponge,shower cap||||
199|O|G|b|刮胡刀、刀片|刮胡刀,剃须刀,刀片,刮眉刀,美工刀片|gua hu dao,ti xu dao,dao pian,gua mei dao,mei gong dao pian|Razor,blade|包好刃口|Wrap the blade||
201|O|Q|b|洗脸巾、棉柔巾|洗脸巾,棉柔巾,棉球,一次性洗脸巾|xi lian jin,mian rou jin,mian qiu,yi ci xing xi lian jin|Face wipes,cotton tissue||||
202|O|G|b|肥皂|肥皂,香皂,肥皂头,洗衣皂|fei zao,xiang zao,fei zao tou,xi yi zao|Soap||||
204|O|G|b|马桶刷|马桶刷,厕所刷,皮搋子,通马桶的|ma tong shua,ce suo shua,pi chuai zi,tong ma tong de|Toilet brush,plunger||||
205|O|G|bl|拖鞋、雨靴|拖鞋,凉鞋,雨靴,雨鞋,胶鞋,水靴|tuo xie,liang xie,yu xue,yu xie,jiao xie,shui xue|Slippers,rubber boots,sandals||||
206|O|G|b|避孕套、验孕棒|避孕套,安全套,验孕棒|bi yun tao,an quan tao,yan yun bang|Condom,pregnancy test|包好|Wrapped||
207|O|G|b|尿垫、隔尿垫|尿垫,隔尿垫,宠物尿垫,护理垫|niao dian,ge niao dian,chong wu niao dian,hu li dian|Bed pad,pet pad|卷紧包好|Roll it up tight||
208|O|G|b|假发、假牙|假发,假牙,假睫毛|jia fa,jia ya,jia jie mao|Wig,false teeth||||
209|O|T|b|指甲、脚皮|指甲,脚皮,死皮,指甲壳|zhi jia,jiao pi,si pi,zhi jia ke|Nail clippings||||
210|O|G|b|浴帘|浴帘,防水帘|yu lian,fang shui lian|Shower curtain||||
214|O|G|b|牙线|牙线,牙线棒|ya xian,ya xian bang|Dental floss||||
221|O|G|b|膏药|膏药,膏药贴,风湿膏|gao yao,gao yao tie,feng shi gao|Medicated plaster|过期没用过的归有害|Unused and out of date: hazardous||
222|O|G|bl|暖宝宝、退热贴|暖宝宝,暖贴,退热贴,发热贴|nuan bao bao,nuan tie,tui re tie,fa re tie|Heat pad,cooling patch|凉透了再丢|Cold before it goes in||
240|O|G|l|白炽灯、钨丝灯|白炽灯,钨丝灯,钨丝灯泡,老灯泡,卤素灯|bai chi deng,wu si deng,wu si deng pao,lao deng pao,lu su deng|Incandescent bulb,filament lamp|不含汞；包好防割|No mercury; wrap it||
241|O|G|l|蚊香|蚊香,蚊香片,电蚊香片|wen xiang,wen xiang pian,dian wen xiang pian|Mosquito coil|完全熄灭|Make sure it is out||
244|O|G|l|樟脑丸|樟脑丸,樟脑,卫生球|zhang nao wan,zhang nao,wei sheng qiu|Moth balls|有的城市归有害|Hazardous in some cities||
245|O|G|l|胶水|胶水,502胶,双面胶,固体胶,强力胶|jiao shui,502 jiao,shuang mian jiao,gu ti jiao,qiang li jiao|Glue|没干的拧紧|Closed tight||
246|O|G|l|笔|笔,圆珠笔,签字笔,铅笔,笔芯,水彩笔,毛笔|bi,yuan zhu bi,qian zi bi,qian bi,bi xin,shui cai bi,mao bi|Pen,pencil,ball pen||||
247|O|G|l|橡皮擦、橡皮泥|橡皮擦,橡皮泥,彩泥,水晶泥|xiang pi ca,xiang pi ni,cai ni,shui jing ni|Eraser,plasticine||||
254|O|G|l|墙纸、复写纸|墙纸,复写纸,壁纸,贴纸,蜡纸|qiang zhi,fu xie zhi,bi zhi,tie zhi,la zhi|Wallpaper,carbon paper,stickers||||
263|O|G|l|相框、画框|相框,画框,十字绣|xiang kuang,hua kuang,shi zi xiu|Picture frame|玻璃取出来包好|Take the glass out and wrap it||
264|O|G|l|塑料花、假花|塑料花,假花,仿真花|su liao hua,jia hua,fang zhen hua|Artificial flowers||||
265|O|G|l|气球|气球|qi qiu|Balloon||||
266|O|G|l|地垫、瑜伽垫|地垫,门垫,脚垫,瑜伽垫,爬爬垫|di dian,men dian,jiao dian,yu jia dian,pa pa dian|Door mat,yoga mat|太大的算大件|A very large one is bulky||
272|O|Z|l|烂衣服、脏布|烂衣服,破衣服,破布,脏衣服,发霉的衣服|lan yi fu,po yi fu,po bu,zang yi fu,fa mei de yi fu|Torn clothes,dirty rags|脏了霉了就收不了|Dirty or mouldy, they cannot be recycled||
273|O|G|l|鞋垫|鞋垫,鞋带|xie dian,xie dai|Insoles,shoe laces||||
274|O|G|l|雨衣|雨衣,雨披|yu yi,yu pi|Raincoat||||
283|O|G|l|扑克牌|扑克牌,扑克,纸牌|pu ke pai,pu ke,zhi pai|Playing cards||||
296|O|G|l|花肥|花肥,化肥,肥料|hua fei,hua fei,fei liao|Fertiliser,plant food||||
298|O|G|l|银行卡、门禁卡|银行卡,门禁卡,公交卡,会员卡,饭卡|yin xing ka,men jin ka,gong jiao ka,hui yuan ka,fan ka|Bank card,key card|剪断再丢|Cut it first||
299|O|G|bl|奶嘴|奶嘴,硅胶奶嘴,牙胶|nai zui,gui jiao nai zui,ya jiao|Dummy,teat||||
301|O|G|l|扇子|扇子,蒲扇,篾巴扇,折扇|shan zi,pu shan,mie ba shan,zhe shan|Hand fan||||
302|O|G|l|香灰、纸钱|香灰,纸钱,香烛,香|xiang hui,zhi qian,xiang zhu,xiang|Incense,joss paper|完全熄灭、放凉再投|Dead cold before it goes in||
304|O|G|l|口香糖|口香糖,泡泡糖|kou xiang tang,pao pao tang|Chewing gum|纸包好|Wrapped in paper||
305|O|G|l|槟榔渣|槟榔,槟榔渣|bin lang,bin lang zha|Betel nut||||
307|O|G|l|热水袋|热水袋,橡胶热水袋|re shui dai,xiang jiao re shui dai|Hot-water bottle|充电的归可回收|A rechargeable one is recyclable||
317|O|G|b|洗衣液袋、洗衣粉袋|洗衣液袋,洗衣粉袋,洗发水袋,补充装|xi yi ye dai,xi yi fen dai,xi fa shui dai,bu chong zhuang|Refill pouch,detergent bag||||
319|O|G|l|灯笼|灯笼,纸灯笼|deng long,zhi deng long|Lantern||||
322|O|G|b|抗原试剂|抗原,抗原试剂,试剂盒,检测盒|kang yuan,kang yuan shi ji,shi ji he,jian ce he|Antigen test|装袋封好|Bag and close it||
327|O|G|l|百叶窗、伞布|百叶窗,伞布,遮阳布|bai ye chuang,san bu,zhe yang bu|Blind,awning cloth||||
330|O|G|l|一次性拖鞋、鞋套|鞋套,一次性拖鞋|xie tao,yi ci xing tuo xie|Shoe covers||||
332|O|G|l|吸尘袋、滤网|吸尘袋,滤网,灰袋|xi chen dai,lv wang,hui dai|Dust bag,filter mesh||||
`

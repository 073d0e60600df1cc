/** What can be recycled. One thing a line, in the columns that `list.ts` explains. A number is a name: it is never given to another thing. */
export const RECYCLABLES = `
73|R|T|cl|矿泉水瓶、饮料瓶|矿泉水瓶,饮料瓶,塑料瓶,水瓶,可乐瓶,瓶子,饮料瓶子,塑料瓶子,水瓶子,瓶瓶|kuang quan shui ping,yin liao ping,su liao ping,shui ping,ke le ping,ping zi,yin liao ping zi,su liao ping zi,shui ping zi,ping ping|Plastic bottles,water bottle,drink bottle|倒空、踩扁|Empty it, step on it|瓶子倒空踩扁，丢蓝桶，还能卖钱。|Empty it, step on it, blue bin.
74|R|T|l|快递纸箱|快递纸箱,纸箱,纸盒,纸板,快递盒,纸壳,纸箱子,纸壳子,箱皮|kuai di zhi xiang,zhi xiang,zhi he,zhi ban,kuai di he,zhi ke,zhi xiang zi,zhi ke zi,xiang pi|Cardboard box,carton,parcel box|撕胶带、压平|Peel the tape, flatten it||
75|R|T|l|报纸、书本|报纸,书本,书,杂志,废纸,作业本,旧书,本子,报纸子,课本,纸|bao zhi,shu ben,shu,za zhi,fei zhi,zuo ye ben,jiu shu,ben zi,bao zhi zi,ke ben,zhi|Newspapers,books,magazines,paper|保持干燥|Keep it dry||
76|R|Z|c|牛奶盒、利乐包|牛奶盒,利乐包,饮料盒|niu nai he,li le bao,yin liao he|Milk carton,juice carton|冲洗、压扁|Rinse and flatten||
77|R|T|cl|易拉罐|易拉罐,可乐罐,啤酒罐,铝罐|yi la guan,ke le guan,pi jiu guan,lv guan|Cans,drink can,beer can|倒空压扁|Empty and flatten||
78|R|T|cl|奶粉罐、铁罐|奶粉罐,铁罐,铁盒,罐头盒,茶叶罐,饼干盒,铁皮罐|nai fen guan,tie guan,tie he,guan tou he,cha ye guan,bing gan he,tie pi guan|Tins,milk-powder tin||||
79|R|T|cl|玻璃瓶（酒瓶、酱油瓶）|玻璃瓶,酒瓶,酱油瓶,醋瓶,玻璃,玻璃瓶子,酒瓶子,啤酒瓶|bo li ping,jiu ping,jiang you ping,cu ping,bo li,bo li ping zi,jiu ping zi,pi jiu ping|Glass bottles,wine bottle,jar|倒空轻放|Empty it, set it down gently||
80|R|T|cl|碎玻璃|碎玻璃,玻璃渣,碎玻璃杯,玻璃杯|sui bo li,bo li zha,sui bo li bei,bo li bei|Broken glass|厚纸包好并标注|Wrap in thick paper and write on it|碎玻璃厚纸包好，写上小心割手，别伤到收的人。|Wrap broken glass in thick paper and write “sharp”, so nobody gets cut.
81|R|T|b|洗发水瓶、洗洁精瓶|洗发水瓶,洗洁精瓶,沐浴露瓶,洗衣液瓶|xi fa shui ping,xi jie jing ping,mu yu lu ping,xi yi ye ping|Shampoo bottle,detergent bottle|冲净|Rinse it||
82|R|T|cl|塑料盆、塑料玩具|塑料盆,塑料玩具,玩具,塑料桶,脸盆,洗脚盆,盆盆,塑料盆子,塑料桶桶|su liao pen,su liao wan ju,wan ju,su liao tong,lian pen,xi jiao pen,pen pen,su liao pen zi,su liao tong tong|Plastic bowls,plastic toys,toy||||
83|R|T|l|泡沫箱|泡沫箱,泡沫,泡沫板,珍珠棉,泡沫块|pao mo xiang,pao mo,pao mo ban,zhen zhu mian,pao mo kuai|Foam box,polystyrene|去胶带|Without tape||
84|R|T|l|旧衣服|旧衣服,衣服,旧衣,裤子,毛衣,羽绒服,裙子,外套,牛仔裤,衬衣,棉衣,校服|jiu yi fu,yi fu,jiu yi,ku zi,mao yi,yu rong fu,qun zi,wai tao,niu zai ku,chen yi,mian yi,xiao fu|Old clothes,clothing|洗净打包，进旧衣箱|Wash, pack, clothes bank||
85|R|T|l|床单、被子|床单,被子,被套,窗帘,棉絮,棉被,毯子,毛毯,枕套,被面,铺盖,铺盖面|chuang dan,bei zi,bei tao,chuang lian,mian xu,mian bei,tan zi,mao tan,zhen tao,bei mian,pu gai,pu gai mian|Sheets,duvet,quilt,curtain||||
86|R|T|l|毛绒玩具|毛绒玩具,布娃娃,公仔,毛绒公仔|mao rong wan ju,bu wa wa,gong zai,mao rong gong zai|Soft toys,teddy||||
87|R|T|l|书包、皮包|书包,皮包,包包,背包|shu bao,pi bao,bao bao,bei bao|Bags,school bag,handbag||||
88|R|G|l|皮鞋、运动鞋|皮鞋,运动鞋,鞋,鞋子,布鞋,高跟鞋,皮靴,童鞋,旅游鞋,胶底鞋,鞋鞋|pi xie,yun dong xie,xie,xie zi,bu xie,gao gen xie,pi xue,tong xie,lv you xie,jiao di xie,xie xie|Shoes,trainers,sneakers|成双捆好|Tie the pair together||
89|R|Z|l|旧手机|旧手机,手机,坏手机|jiu shou ji,shou ji,huai shou ji|Mobile phone,old phone|清除个人信息，交正规回收|Wipe your data, give it to a proper recycler||
91|R|Z|l|数据线、充电头|数据线,充电头,充电线,充电器,电线,适配器|shu ju xian,chong dian tou,chong dian xian,chong dian qi,dian xian,shi pei qi|Cables,charger,wire||||
92|R|Z|l|插线板|插线板,插座,插板,排插|cha xian ban,cha zuo,cha ban,pai cha|Power strip,extension lead||||
93|R|Z|c|电饭煲、小家电|电饭煲,小家电,电饭锅,热水壶,吹风机,电器,电水壶,养生壶|dian fan bao,xiao jia dian,dian fan guo,re shui hu,chui feng ji,dian qi,dian shui hu,yang sheng hu|Rice cooker,small appliances,kettle,hair dryer|取出电池|Take the batteries out||
94|R|Z|l|电风扇|电风扇,风扇,电扇,落地扇,吊扇|dian feng shan,feng shan,dian shan,luo di shan,diao shan|Electric fan||||
95|R|T|c|锅、不锈钢餐具|锅,不锈钢餐具,铁锅,炒锅,不锈钢,勺子,锅铲,铝锅,不锈钢盆,铁勺|guo,bu xiu gang can ju,tie guo,chao guo,bu xiu gang,shao zi,guo chan,lv guo,bu xiu gang pen,tie shao|Pots,pans,cutlery,steel||||
96|R|T|c|菜刀、剪刀|菜刀,剪刀,刀,菜刀片,指甲刀,水果刀,剪子|cai dao,jian dao,dao,cai dao pian,zhi jia dao,shui guo dao,jian zi|Knives,scissors|包好刃口|Wrap the blade||
97|R|T|bl|衣架|衣架,晾衣架,衣服架子,撑子|yi jia,liang yi jia,yi fu jia zi,cheng zi|Coat hangers||||
98|R|T|b|花露水瓶、香水瓶|花露水瓶,香水瓶,花露水,香水|hua lu shui ping,xiang shui ping,hua lu shui,xiang shui|Perfume bottle||||
99|R|Z|b|电子体温计、电子血压计|电子体温计,电子血压计,电子体温枪,额温枪,体温枪|dian zi ti wen ji,dian zi xue ya ji,dian zi ti wen qiang,e wen qiang,ti wen qiang|Digital thermometer,digital blood-pressure meter|取出电池|Take the batteries out||
163|R|T|c|围腰、围裙|围腰,围裙,袖套|wei yao,wei qun,xiu tao|Apron|洗干净；油糊了的归其他|Washed; a greasy one goes to Other||
165|R|T|cb|搪瓷盆、搪瓷碗|搪瓷盆,搪瓷碗,搪瓷缸,瓷盅盅|tang ci pen,tang ci wan,tang ci gang,ci zhong zhong|Enamel bowl,enamel mug||||
166|R|T|cl|保温杯、水壶|保温杯,水壶,不锈钢杯,保温壶,烧水壶|bao wen bei,shui hu,bu xiu gang bei,bao wen hu,shao shui hu|Thermos cup,flask|倒空|Empty it||
167|R|G|cl|温瓶、暖水瓶|温瓶,暖水瓶,热水瓶,开水瓶,温瓶胆|wen ping,nuan shui ping,re shui ping,kai shui ping,wen ping dan|Thermos bottle,vacuum flask|胆易碎，包好|The glass inside breaks: wrap it||
169|R|T|c|塑料筐、沥水篮|塑料筐,菜篮子,沥水篮,漏盆,塑料篮子|su liao kuang,cai lan zi,li shui lan,lou pen,su liao lan zi|Plastic basket,colander||||
173|R|T|c|瓶盖|瓶盖,塑料瓶盖,酒瓶盖,啤酒盖,罐头盖|ping gai,su liao ping gai,jiu ping gai,pi jiu gai,guan tou gai|Bottle cap,lid||||
176|R|T|c|保鲜盒、塑料饭盒|保鲜盒,密封盒,塑料饭盒,乐扣盒|bao xian he,mi feng he,su liao fan he,le kou he|Food box,plastic container|洗干净|Washed||
177|R|T|c|洗干净的外卖盒|洗干净的外卖盒,干净外卖盒,塑料餐盒|xi gan jing de wai mai he,gan jing wai mai he,su liao can he|Washed takeaway box|洗不干净的归其他|If it stays greasy: Other||
178|R|T|c|蛋托|蛋托,鸡蛋托,鸡蛋盒,纸蛋托|dan tuo,ji dan tuo,ji dan he,zhi dan tuo|Egg box,egg tray|干净的|Clean||
179|R|T|c|食用油桶|油桶,食用油桶,菜油桶,油壶,油瓶|you tong,shi yong you tong,cai you tong,you hu,you ping|Oil bottle,cooking-oil can|倒干净，油擦掉|Drained and wiped||
180|R|T|c|调料瓶、老干妈瓶|调料瓶,老干妈瓶,蚝油瓶,豆瓣罐,罐头瓶|tiao liao ping,lao gan ma ping,hao you ping,dou ban guan,guan tou ping|Sauce jar,jam jar|洗干净|Washed||
182|R|T|cl|米袋、编织袋|米袋,编织袋,蛇皮口袋,面粉袋,蛇皮袋|mi dai,bian zhi dai,she pi kou dai,mian fen dai,she pi dai|Woven sack,rice bag|倒空，干净的|Empty and clean||
183|R|T|l|礼盒、酒盒|礼盒,酒盒,月饼盒,茶叶盒,鞋盒,包装盒|li he,jiu he,yue bing he,cha ye he,xie he,bao zhuang he|Gift box,shoe box|拆平|Flattened||
184|R|Z|c|燃气灶、抽油烟机|燃气灶,煤气灶,灶具,抽油烟机,油烟机|ran qi zao,mei qi zao,zao ju,chou you yan ji,you yan ji|Gas stove,cooker hood|太大不进桶：约人上门收|Too big for a bin: have it collected|这个大，别放桶边，约人上门收。|Too big for the bin room: have it collected at home.
185|R|Z|cl|冰箱、洗衣机、空调|冰箱,冰柜,洗衣机,空调,热水器,消毒柜,洗碗机|bing xiang,bing gui,xi yi ji,kong tiao,re shui qi,xiao du gui,xi wan ji|Fridge,washing machine,air conditioner,freezer|太大不进桶：约人上门收，别自己拆|Too big for a bin: have it collected, do not take it apart|大电器别放桶边，约人上门收，还有钱拿。|Large appliances: not beside the bins, have them collected at home.
186|R|Z|cl|电视机|电视机,电视,液晶电视,老电视|dian shi ji,dian shi,ye jing dian shi,lao dian shi|Television,TV|约人上门收，别砸屏幕|Have it collected; do not break the screen|电视别放桶边，约人上门收，别打烂屏。|A television: have it collected at home, do not break the screen.
187|R|Z|c|微波炉、电磁炉|微波炉,电磁炉,烤箱,空气炸锅,豆浆机,榨汁机,电炒锅,面包机|wei bo lu,dian ci lu,kao xiang,kong qi zha guo,dou jiang ji,zha zhi ji,dian chao guo,mian bao ji|Microwave,induction cooker,oven,air fryer||||
188|R|T|c|高压锅、不粘锅|高压锅,压力锅,不粘锅,平底锅,蒸锅,奶锅|gao ya guo,ya li guo,bu zhan guo,ping di guo,zheng guo,nai guo|Pressure cooker,frying pan|锅盖是玻璃的另丢|A glass lid goes elsewhere||
198|R|T|b|塑料梳子|梳子,塑料梳子|shu zi,su liao shu zi|Comb|木梳归其他|A wooden one goes to Other||
200|R|Z|bl|电动剃须刀|电动剃须刀,电动刮胡刀,电推子,理发器|dian dong ti xu dao,dian dong gua hu dao,dian tui zi,li fa qi|Electric shaver,hair clipper|取出电池|Take the battery out||
203|R|T|b|卷纸筒|卷纸筒,纸筒,卷纸芯,纸芯|juan zhi tong,zhi tong,juan zhi xin,zhi xin|Toilet-roll tube,cardboard tube||||
211|R|T|b|水龙头、花洒|水龙头,花洒,阀门,角阀,地漏|shui long tou,hua sa,fa men,jiao fa,di lou|Tap,shower head||||
212|R|T|b|塑料水管|水管,塑料水管,下水管,水管子|shui guan,su liao shui guan,xia shui guan,shui guan zi|Plastic pipe,hose|装修拆的一大堆算装修垃圾|A heap from renovation is building waste||
213|R|Z|bl|体重秤|体重秤,电子秤,秤,厨房秤|ti zhong cheng,dian zi cheng,cheng,chu fang cheng|Scales,bathroom scales|取出电池|Take the batteries out||
215|R|Z|b|电动牙刷|电动牙刷,冲牙器|dian dong ya shua,chong ya qi|Electric toothbrush|取出电池，刷头归其他|Battery out, the head goes to Other||
216|R|G|b|空气清新剂罐|空气清新剂,清新剂,香薰|kong qi qing xin ji,qing xin ji,xiang xun|Air freshener|用完再丢，不刺破|Empty; do not pierce it||
217|R|G|b|发胶、喷雾罐|发胶,摩丝,喷雾罐,保湿喷雾,防晒喷雾|fa jiao,mo si,pen wu guan,bao shi pen wu,fang shai pen wu|Hair spray,spray can|用完再丢，不刺破|Empty; do not pierce it||
223|R|T|bl|药盒、说明书|药盒,说明书,药盒子,药品说明书|yao he,shuo ming shu,yao he zi,yao pin shuo ming shu|Medicine box,leaflet|只丢纸盒，药归有害|The paper only; medicine is hazardous||
224|R|G|b|空药瓶|空药瓶,药瓶,药瓶子|kong yao ping,yao ping,yao ping zi|Empty medicine bottle|里头没药、洗干净|Empty and washed||
226|R|Z|l|遥控板、遥控器|遥控板,遥控器|yao kong ban,yao kong qi|Remote control|取出电池|Take the batteries out||
227|R|Z|l|电脑、平板|电脑,笔记本电脑,平板,平板电脑,显示器,主机|dian nao,bi ji ben dian nao,ping ban,ping ban dian nao,xian shi qi,zhu ji|Computer,laptop,tablet|清除个人信息，交正规回收|Wipe your data, give it to a proper recycler||
228|R|Z|l|键盘、鼠标|键盘,鼠标,游戏机,手柄|jian pan,shu biao,you xi ji,shou bing|Keyboard,mouse||||
229|R|Z|l|路由器、机顶盒|路由器,机顶盒,光猫,座机,电话机|lu you qi,ji ding he,guang mao,zuo ji,dian hua ji|Router,set-top box,telephone||||
230|R|Z|l|打印机|打印机,复印机,传真机|da yin ji,fu yin ji,chuan zhen ji|Printer|墨盒取出来另丢|Cartridges out||
232|R|Z|l|收音机、音响、耳机|收音机,音响,耳机,录音机,音箱,蓝牙耳机|shou yin ji,yin xiang,er ji,lu yin ji,yin xiang,lan ya er ji|Radio,speaker,headphones|取出电池|Take the batteries out||
233|R|Z|l|相机、摄像头|相机,照相机,摄像头,监控,摄像机|xiang ji,zhao xiang ji,she xiang tou,jian kong,she xiang ji|Camera|取出电池|Take the battery out||
234|R|Z|l|U盘、硬盘|U盘,硬盘,内存卡,优盘|u pan,ying pan,nei cun ka,you pan|USB stick,hard disk|清除个人信息|Wipe your data||
235|R|Z|l|手表、钟|手表,钟,闹钟,挂钟|shou biao,zhong,nao zhong,gua zhong|Watch,clock|取出电池|Take the battery out||
237|R|Z|l|电动玩具|电动玩具,遥控车,玩具车,电子琴|dian dong wan ju,yao kong che,wan ju che,dian zi qin|Electric toy,toy car|取出电池|Take the batteries out||
238|R|Z|l|手电筒|手电筒,电筒,应急灯,头灯|shou dian tong,dian tong,ying ji deng,tou deng|Torch,flashlight|取出电池|Take the batteries out||
239|R|Z|l|台灯、灯具|台灯,灯具,吊灯,吸顶灯,落地灯,灯罩|tai deng,deng ju,diao deng,xi ding deng,luo di deng,deng zhao|Desk lamp,lamp fitting|灯泡灯管取下来另丢|Take the bulb or tube out||
242|R|Z|l|电蚊拍|电蚊拍,灭蚊灯|dian wen pai,mie wen deng|Electric fly swat|取出电池|Take the battery out||
249|R|T|l|文件夹、书皮|文件夹,文件袋,书皮,塑料封皮|wen jian jia,wen jian dai,shu pi,su liao feng pi|Folder,file|塑料的|Plastic ones||
250|R|T|l|传单、日历、信封|传单,宣传单,广告纸,信封,日历,挂历,台历,海报|chuan dan,xuan chuan dan,guang gao zhi,xin feng,ri li,gua li,tai li,hai bao|Leaflets,calendar,envelope,poster|保持干燥|Keep it dry||
251|R|T|l|打印纸、草稿纸|打印纸,复印纸,草稿纸,白纸,A4纸|da yin zhi,fu yin zhi,cao gao zhi,bai zhi,a4 zhi|Printer paper,office paper|保持干燥|Keep it dry||
255|R|T|l|光盘、磁带|光盘,磁带,录像带,碟片|guang pan,ci dai,lu xiang dai,die pian|CD,DVD,tape||||
256|R|T|l|纸质快递袋、文件封|文件封,快递信封,纸质快递袋|wen jian feng,kuai di xin feng,zhi zhi kuai di dai|Courier envelope,cardboard envelope|撕掉单子|Peel the label off||
257|R|T|cl|纸袋|纸袋,手提纸袋,牛皮纸袋,购物纸袋|zhi dai,shou ti zhi dai,niu pi zhi dai,gou wu zhi dai|Paper bag|干净的|Clean||
259|R|T|cl|布袋、帆布包|布袋,帆布包,帆布袋|bu dai,fan bu bao,fan bu dai|Cloth bag,canvas bag|洗净|Washed||
260|R|G|l|烟盒|烟盒,香烟盒,烟壳子|yan he,xiang yan he,yan ke zi|Cigarette packet|锡纸和薄膜撕下来|Take off foil and film||
261|R|T|l|窗玻璃、鱼缸|窗玻璃,鱼缸,平板玻璃,玻璃板,茶几玻璃|chuang bo li,yu gang,ping ban bo li,bo li ban,cha ji bo li|Window glass,fish tank,pane|厚纸包好并标注；大块的约人收|Wrap and write on it; large panes are collected|玻璃包好写上小心割手，大块的约人来收。|Wrap glass and write “sharp”; large panes are collected.
262|R|T|l|玻璃花瓶|玻璃花瓶,花瓶,玻璃罐,玻璃缸|bo li hua ping,hua ping,bo li guan,bo li gang|Glass vase,vase|瓷的归其他|China ones go to Other||
268|R|T|l|蚊帐|蚊帐,蚊帐布|wen zhang,wen zhang bu|Mosquito net|洗净|Washed||
269|R|G|l|枕头|枕头,枕芯,靠垫,抱枕|zhen tou,zhen xin,kao dian,bao zhen|Pillow,cushion|干净的；发霉的归其他|Clean; mouldy ones go to Other||
270|R|T|l|帽子、围巾|帽子,围巾,领带,毛线手套,毛线|mao zi,wei jin,ling dai,mao xian shou tao,mao xian|Hat,scarf,wool|洗净|Washed||
271|R|G|l|皮带|皮带,腰带,裤腰带|pi dai,yao dai,ku yao dai|Belt,leather belt||||
275|R|G|l|行李箱|行李箱,拉杆箱,皮箱,箱子|xing li xiang,la gan xiang,pi xiang,xiang zi|Suitcase|太大的算大件|A very large one is bulky||
276|R|T|l|自行车、婴儿车|自行车,洋马儿,婴儿车,童车,滑板车,三轮车|zi xing che,yang ma er,ying er che,tong che,hua ban che,san lun che|Bicycle,pram,bike|不进桶：卖给收荒匠或预约收|Not in a bin: sell it or have it collected|车子别放桶边，卖给收荒匠或者约人来收。|Not beside the bins: sell it or have it collected.
278|R|G|l|轮胎|轮胎,车胎,内胎|lun tai,che tai,nei tai|Tyre|不进桶，交修车铺|Not in a bin: to a repair shop||
279|R|T|l|轮椅、拐杖|轮椅,拐杖,助行器|lun yi,guai zhang,zhu xing qi|Wheelchair,walking stick|还能用的问社区，有人要|If it still works ask the office, somebody needs it||
282|R|T|l|麻将牌、积木|麻将,麻将牌,积木,象棋,塑料棋子|ma jiang,ma jiang pai,ji mu,xiang qi,su liao qi zi|Mahjong tiles,building blocks||||
286|R|T|cl|胶板凳、塑料椅|胶板凳,塑料板凳,塑料椅,塑料凳|jiao ban deng,su liao ban deng,su liao yi,su liao deng|Plastic stool,plastic chair||||
287|R|G|l|木头、木板|木头,木板,木条,木棒|mu tou,mu ban,mu tiao,mu bang|Wood,plank|装修拆的算装修垃圾|From renovation it is building waste||
291|R|T|l|废铁、钉子、钥匙|废铁,钉子,螺丝,铁丝,钥匙,锁,铜线,铝材|fei tie,ding zi,luo si,tie si,yao shi,suo,tong xian,lv cai|Scrap metal,nails,keys,screws|尖的包好|Wrap sharp ones||
292|R|G|l|缝衣针、图钉|缝衣针,图钉,大头针,回形针,针|feng yi zhen,tu ding,da tou zhen,hui xing zhen,zhen|Sewing needle,drawing pins|插在纸板里包好|Stuck in cardboard and wrapped||
297|R|T|l|猫抓板|猫抓板,纸猫窝|mao zhua ban,zhi mao wo|Cat scratcher|纸的|Cardboard ones||
300|R|T|cl|奶瓶|奶瓶,塑料奶瓶,玻璃奶瓶|nai ping,su liao nai ping,bo li nai ping|Baby bottle|洗净|Washed||
303|R|G|l|春联、红包|春联,对联,红包,福字|chun lian,dui lian,hong bao,fu zi|Couplets,red envelope|带胶带、闪粉的归其他|With tape or glitter: Other||
306|R|Z|l|电热毯|电热毯,电褥子|dian re tan,dian ru zi|Electric blanket|剪掉插头前先拔电|Unplugged||
308|R|Z|l|取暖器、小太阳|取暖器,小太阳,烤火炉,电烤炉,油汀,暖手宝|qu nuan qi,xiao tai yang,kao huo lu,dian kao lu,you ting,nuan shou bao|Heater,electric fire||||
309|R|Z|l|吸尘器、熨斗|吸尘器,熨斗,加湿器,净化器,扫地机,挂烫机|xi chen qi,yun dou,jia shi qi,jing hua qi,sao di ji,gua tang ji|Vacuum cleaner,iron,humidifier|取出电池|Take the battery out||
310|R|Z|bl|足浴盆、按摩器|足浴盆,按摩器,洗脚桶,按摩仪|zu yu pen,an mo qi,xi jiao tong,an mo yi|Foot bath,massager||||
311|R*|T|cl|酸奶盒、豆腐盒|酸奶盒,豆腐盒,酸奶杯,水果盒,塑料托盘,布丁盒|suan nai he,dou fu he,suan nai bei,shui guo he,su liao tuo pan,bu ding he|Yoghurt pot,tofu box,fruit tray|冲干净；脏的归其他|Rinsed; dirty ones go to Other||
318|R|T|bl|晾衣杆|晾衣杆,衣叉,撑衣杆|liang yi gan,yi cha,cheng yi gan|Clothes pole||||
325|R|T|cl|纸板筒、蛋糕托|保鲜膜筒,纸托,蛋糕托,月饼托|bao xian mo tong,zhi tuo,dan gao tuo,yue bing tuo|Cardboard core,cardboard tray|干净的|Clean||
326|R|T|l|收纳箱、塑料箱|收纳箱,塑料箱,整理箱|shou na xiang,su liao xiang,zheng li xiang|Storage box,plastic crate|拆开|Taken apart||
328|R|T|l|铝合金、铁架|铁架,铝合金,花架,货架|tie jia,lv he jin,hua jia,huo jia|Metal shelf,rack|太长的约人收|Have long ones collected||
329|R|T|l|插头|插头,铜插头,插座面板|cha tou,tong cha tou,cha zuo mian ban|Plug||||
331|R|Z|l|电子血氧仪、血糖仪|血氧仪,血糖仪,制氧机,雾化器|xue yang yi,xue tang yi,zhi yang ji,wu hua qi|Oximeter,glucose meter,nebuliser|取出电池；针头另装|Battery out; needles apart||
`

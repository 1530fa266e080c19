/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where an action is offered. */
export type ActionPlacement =
  /** 批量: on the selected rows */
  | 'BULK'
  /** 详情: on a record's page */
  | 'DETAIL'
  /** 行: on a row */
  | 'ROW'
  /** 工具栏: above the list */
  | 'TOOLBAR';

/** What happens when an action has succeeded. */
export type AfterAction =
  /** 关闭: close and go back */
  | 'CLOSE'
  /** 跳转: go to another page */
  | 'GOTO'
  /** 无: stay */
  | 'NONE'
  /** 刷新: read again */
  | 'REFETCH';

/** Alignment of a cell. */
export type Align =
  /** 中: centre */
  | 'CENTER'
  /** 左: left */
  | 'LEFT'
  /** 右: right */
  | 'RIGHT';

/** Parts of the shell that this installation and this caller have. */
export type AppFeature =
  /** 导出: exports and their download centre */
  | 'EXPORTS'
  /** 全局搜索: search over records */
  | 'GLOBAL_SEARCH'
  /** 通知: notifications bell */
  | 'NOTICES'
  /** 预览: looking at pages as somebody else */
  | 'PREVIEW'
  /** 保存的视图: views of lists can be saved */
  | 'SAVED_VIEWS'
  /** 个人设置: columns and the like are kept for the caller */
  | 'SETTINGS';

/** Where a registration stands (注册进度). */
export type AppidRegistrationState =
  /** 提交中: being sent */
  | 'CREATED'
  /** 已完成: done */
  | 'DONE'
  /** 待法定代表人核验: face check due */
  | 'FACE_CHECK'
  /** 失败: failed */
  | 'FAILED'
  /** 已提交: submitted */
  | 'SUBMITTED';

/** An automatic check (核验项). */
export type ApplicationCheckCode =
  /** 账户名称与企业名称一致: account in the company's name */
  | 'ACCOUNT_NAME'
  /** APPID 未被占用: appid is free */
  | 'APPID_UNIQUE'
  /** 黑名单: blacklist */
  | 'BLACKLIST'
  /** 无其他在途申请: no other open application */
  | 'CODE_APPLIED_FOR'
  /** 企业未重复入驻: company is no merchant yet */
  | 'COMPANY_CODE_UNIQUE'
  /** 证照在有效期内: documents are valid */
  | 'DOCUMENTS_VALID'
  /** 证件、账号、手机号校验: check digits of numbers */
  | 'IDENTIFIERS'
  /** 法定代表人与微信实名一致: legal person owns the wechat id */
  | 'LEGAL_PERSON_WECHAT'
  /** 营业执照号码与证件号码一致: licence carries the company's code */
  | 'LICENCE_NUMBER';

/** What a check found (核验结果). */
export type ApplicationCheckOutcome =
  /** 异常: alarm */
  | 'ALARM'
  /** 请留意: look at it */
  | 'NOTICE'
  /** 通过: passed */
  | 'PASSED';

/** What is applied for (申请种类): to become a merchant, or to change what the bank has reviewed. */
export type ApplicationKind =
  /** 法定代表人变更: change of legal person */
  | 'LEGAL_PERSON'
  /** 营业执照变更: change of licence */
  | 'LICENCE'
  /** 商户入驻: onboarding */
  | 'ONBOARDING'
  /** 收款账户变更: change of payee account */
  | 'PAYEE_ACCOUNT'
  /** 经营场所变更: change of premises */
  | 'PREMISES';

/** Why a field is rejected (驳回原因). */
export type ApplicationProblemCode =
  /** 证照已过期: expired */
  | 'EXPIRED'
  /** 内容不完整: incomplete */
  | 'INCOMPLETE'
  /** 与其他材料不一致: does not match */
  | 'MISMATCH'
  /** 其他: other */
  | 'OTHER'
  /** 影像不清晰: unreadable */
  | 'UNREADABLE'
  /** 内容有误: wrong */
  | 'WRONG';

/** Where an application stands (申请状态). */
export type ApplicationState =
  /** 已入驻: active */
  | 'ACTIVE'
  /** 已变更: changed */
  | 'APPLIED'
  /** 已关闭: closed */
  | 'CLOSED'
  /** 草稿: draft */
  | 'DRAFT'
  /** 待缴保证金: deposit due */
  | 'NEED_DEPOSIT'
  /** 待签约: to sign */
  | 'NEED_SIGN'
  /** 待修改: to correct */
  | 'REJECTED'
  /** 审核中: under review */
  | 'REVIEWING'
  /** 待审核: to review */
  | 'SUBMITTED'
  /** 已暂停: suspended */
  | 'SUSPENDED';

/** What a card is for (卡片类型). */
export type BenchKind =
  /** 指标: a figure that he keeps an eye on */
  | 'FIGURE'
  /** 待办: something that waits for the caller */
  | 'TODO';

/** Where the browser takes a variable from. */
export type BindingSource =
  /** 常量: the constant */
  | 'CONSTANT'
  /** 筛选: the whole filter, or its path `key` */
  | 'FILTER'
  /** 表单: the whole input, or its path `key` */
  | 'FORM'
  /** 幂等键: an idempotency key, the same for every retry */
  | 'KEY'
  /** 排序: the order as a list of field and direction */
  | 'ORDER'
  /** 分页: `first` or `offset` */
  | 'PAGE'
  /** 路径参数: the parameter `key` of the page's path */
  | 'ROUTE_PARAM'
  /** 当前行: the path `key` in the record acted on */
  | 'ROW'
  /** 搜索: the text of the quick search */
  | 'SEARCH'
  /** 所选行: that path in every selected record, as a list */
  | 'SELECTION';

/** What a card of the buyer pays of a single service. */
export type CardBalanceInput = {
  /** How much of it */
  amountFen: number;
  /** Card with stored value */
  cardId: string | number;
};

/** Whether a lot was paid for (资金性质). */
export type CardFunding =
  /** 赠送: Bonus */
  | 'BONUS'
  /** 付费: Paid */
  | 'PAID';

/** What a lot is counted in (权益单位): fen of face value, uses of a service, days of a period. */
export type CardLotUnit =
  /** 储值（分）: Stored value in fen */
  | 'MONEY'
  /** 期限（天）: Days */
  | 'PERIOD'
  /** 次数: Uses */
  | 'VISIT';

/** So many pieces of a product. */
export type CartItemInput = {
  /** Package or service */
  productId: string | number;
  /** Pieces; of a package one */
  quantity?: number;
};

/** Old and new password. */
export type ChangePasswordInput = {
  /** The password as it is */
  currentPassword: string;
  /** At least 12 characters */
  newPassword: string;
};

/** How a choice is shown. */
export type ChoiceWidget =
  /** 复选框: check boxes */
  | 'CHECKBOXES'
  /** 单选框: radio buttons */
  | 'RADIO'
  /** 分段: segments */
  | 'SEGMENTED'
  /** 下拉框: a drop-down */
  | 'SELECT';

/** An application and the type of merchant. */
export type ChooseApplicationTypeInput = {
  /** The application */
  applicationId: string | number;
  /** Code of the merchant type */
  typeCode: string;
};

/** State of a meeting (课次状态). */
export type ClassSessionStatus =
  /** 停课: not held */
  | 'CANCELLED'
  /** 正常: held, or to be held */
  | 'PLANNED';

/** What became of a clause (条款变化). */
export type ClauseChange =
  /** 新增: new */
  | 'ADDED'
  /** 修改: other words */
  | 'CHANGED'
  /** 移位: the same words elsewhere */
  | 'MOVED'
  /** 删除: gone */
  | 'REMOVED'
  /** 未变: the same */
  | 'SAME';

/** An application, and why it is given up. */
export type CloseApplicationInput = {
  /** The application */
  applicationId: string | number;
  /** Reason, at least 5 characters */
  reason: string;
};

/** What a percentage is taken of (计佣基数). */
export type CommissionBasis =
  /** 标价: List price */
  | 'LIST'
  /** 实付金额: Paid */
  | 'PAID'
  /** 仅本金: Principal only */
  | 'PRINCIPAL_ONLY';

/** A line that may earn; amounts are those of the whole line. */
export type CommissionItemInput = {
  /** Pieces or visits */
  count?: number;
  /** Part that bonus pays */
  fromBonusFen?: number;
  /** Part that a card pays */
  fromCardFen?: number;
  /** List price */
  listFen: number;
  /** Minutes, for amounts per unit of time */
  minutes?: number | null | undefined;
  /** What earns */
  occasion: CommissionOccasion;
  /** Price after reductions, however it is paid */
  paidFen: number;
  /** A service or a package */
  product: string | number;
  /** Part that the bank pays by a coupon */
  subsidyFen?: number;
};

/** What a rule names (规则层级), in the order in which rules are tried. */
export type CommissionMatchLevel =
  /** 类目或卡类型: Category */
  | 'CATEGORY'
  /** 默认: Default */
  | 'DEFAULT'
  /** 人员: Person */
  | 'PERSON'
  /** 商品: Product */
  | 'PRODUCT';

/** What earns (分佣场景). */
export type CommissionOccasion =
  /** 首次开卡: Opening */
  | 'OPENING'
  /** 服务履约: Performance */
  | 'PERFORMANCE'
  /** 充值: Recharge */
  | 'RECHARGE'
  /** 单品销售: Single service */
  | 'SERVICE';

/** How a rule counts (计佣方式). */
export type CommissionRateKind =
  /** 按比例: Percentage */
  | 'PERCENT'
  /** 按时长固定: Fixed per time */
  | 'PER_TIME'
  /** 按次固定: Fixed per visit */
  | 'PER_VISIT';

/** Who signs (签约方). */
export type ContractParty =
  /** 银行: the bank */
  | 'BANK'
  /** 商户: the merchant */
  | 'MERCHANT';

/** A contract and why something is done with it. */
export type ContractReasonInput = {
  /** Contract */
  contractId: string | number;
  /** Why, at least 5 characters */
  reason: string;
};

/** What a contract is made for (业务场景). */
export type ContractScene =
  /** 消费者购卡协议: accepted by a consumer who buys a card */
  | 'CONSUMER_AGREEMENT'
  /** 资金存管协议: on the custody of prepaid money */
  | 'CUSTODY_AGREEMENT'
  /** 卡片赠与协议: accepted by whoever gives or receives a card */
  | 'GIFT_AGREEMENT'
  /** 商户入驻合同: between bank and merchant when it joins */
  | 'MERCHANT_AGREEMENT'
  /** 补充协议: adds to a contract */
  | 'SUPPLEMENTARY_AGREEMENT';

/** State of a contract (合同状态). */
export type ContractState =
  /** 已拒签: a party does not sign */
  | 'DECLINED'
  /** 生成中: its file is being made */
  | 'DRAFT'
  /** 已到期: not signed in time, or its term is over */
  | 'EXPIRED'
  /** 已生效: every party has signed */
  | 'IN_FORCE'
  /** 签署中: waits for signatures */
  | 'SIGNING'
  /** 已被替代: another contract took its place */
  | 'SUPERSEDED'
  /** 已终止: ended before its time */
  | 'TERMINATED'
  /** 已作废: taken back before every party had signed */
  | 'VOIDED';

/** State of a version of a template (模版版本状态). */
export type ContractTemplateState =
  /** 草稿: being written */
  | 'DRAFT'
  /** 已发布: in force for new contracts */
  | 'PUBLISHED'
  /** 已停用: no new contract is made from it */
  | 'RETIRED'
  /** 复核中: waits for a second person */
  | 'REVIEW';

/** A copy of a platform. */
export type CopyPlatformTemplateInput = {
  /** Code: a-z, 0-9, _ and dots */
  code: string;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** The platform */
  templateId: string | number;
};

/** A new platform. */
export type CreatePlatformTemplateInput = {
  /** Whose staff or users its members are */
  audience: PlatformAudience;
  /** Code: a-z, 0-9, _ and dots */
  code: string;
  /** Minutes after which an idle session ends, 1 to 60 */
  idleMinutes?: number;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** Whether signing in takes two factors; bank staff always */
  secondFactor?: SecondFactorPolicy;
};

/** A new role. */
export type CreateRoleInput = {
  /** Code: a-z, 0-9, _ and dots */
  code: string;
  /** What it is for, in Chinese */
  description?: string | null | undefined;
  /** What it is for, in English */
  descriptionEn?: string | null | undefined;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** The platform */
  templateId: string | number;
};

/** Hand-written pages and sections of the admin. */
export type CustomComponent =
  /** 分佣试算: what a sale would earn */
  | 'COMMISSION_TRIAL'
  /** 合约签署: signing of a contract */
  | 'CONTRACT_SIGNING'
  /** 表单设计: form designer */
  | 'FORM_DESIGNER'
  /** 工作台: work bench */
  | 'HOME'
  /** 入驻向导: onboarding of a merchant */
  | 'ONBOARDING_WIZARD'
  /** 购卡告知书: the receipt of a sale, to print */
  | 'ORDER_RECEIPT'
  /** 页面编辑: editor of pages and overlays */
  | 'PAGE_EDITOR'
  /** 权限树: permission tree of a role */
  | 'PERMISSION_EDITOR'
  /** 核销台: redemption at the counter */
  | 'REDEMPTION_TERMINAL'
  /** 控销地图: where what may be sold */
  | 'SALES_CONTROL_MAP'
  /** 售卡收银: sales at the desk */
  | 'SALE_DESK';

/** State of a version of an overlay or a form. */
export type DefinitionState =
  /** 草稿: being edited, seen by nobody else */
  | 'DRAFT'
  /** 已发布: in force */
  | 'PUBLISHED'
  /** 已停用: replaced or withdrawn */
  | 'RETIRED';

/** Conditions on a value of DefinitionState. */
export type DefinitionStateFilter = {
  /** Equal to this value */
  eq?: DefinitionState | null | undefined;
  /** Equal to one of these values */
  in?: Array<DefinitionState> | null | undefined;
  /** Whether there is no value */
  isNull?: boolean | null | undefined;
};

/** The role to delete. */
export type DeleteRoleInput = {
  /** Version that the editor started from */
  expectedVersion: number;
  /** The role */
  roleId: string | number;
};

/** A view to be deleted. */
export type DeleteViewInput = {
  /** The view */
  id: string | number;
};

/** Both factors. */
export type DisableTotpInput = {
  /** Six digits of the authenticator */
  code: string;
  /** Password */
  password: string;
};

/** What was done to a document (改动情况). */
export type DocumentAlteration =
  /** 签名之外有改动: bytes that no signature covers were added or changed */
  | 'BYTES_ADDED'
  /** 签署后添加了内容: pages or content were added after signing */
  | 'CONTENT_ADDED'
  /** 签名证书不可信: a signature's certificate is not to be trusted */
  | 'NOT_TRUSTED'
  /** 签名被移除: a signature is missing */
  | 'SIGNATURE_REMOVED'
  /** 签名保护的内容被改动: what a signature covers was changed */
  | 'SIGNED_BYTES_CHANGED'
  /** 文件损坏: the file cannot be read */
  | 'UNREADABLE';

/** Result of a verification (验真结果). */
export type DocumentVerdict =
  /** 已被改动: one of our contracts, but not as it was signed */
  | 'ALTERED'
  /** 真实有效: byte for byte the signed contract, and its signatures stand */
  | 'AUTHENTIC'
  /** 尚未签署完成: ours, without every signature */
  | 'INCOMPLETE'
  /** 无法识别: no contract of this platform */
  | 'UNKNOWN';

/** A contract whose file is wanted. */
export type DownloadContractInput = {
  /** Contract */
  contractId: string | number;
};

/** A task whose file is wanted. */
export type DownloadTaskFileInput = {
  /** One of the caller's own tasks */
  id: string | number;
};

/** What an entitlement holds (权益类型). */
export type EntitlementKind =
  /** 储值: stored value */
  | 'MONEY'
  /** 期限: services without limit for some days */
  | 'PERIOD'
  /** 次数: times of one service */
  | 'VISITS';

/** Why a mutation was refused. */
export type ErrorCode =
  /** “{block}”不是有效的 IP 地址或网段 / “{block}” is not an IP address or network */
  | 'ADDRESS_BLOCK_INVALID'
  /** 该区域在此期间已有代理：{agent} / The region has an agent at that time already: {agent} */
  | 'AGENT_OVERLAPS'
  /** 请先阅读并同意《消费者服务协议》 / Read and accept the agreement first */
  | 'AGREEMENT_NEEDED'
  /** 协议内容已更新，请重新阅读后确认 / The agreement has changed; read it again and confirm */
  | 'AGREEMENT_TEXT_CHANGED'
  /** 该告警已处理 / This alert has been handled */
  | 'ALERT_HANDLED'
  /** 该人员已获此授权 / The person is authorised for this already */
  | 'ALREADY_AUTHORISED'
  /** 该卡已在本班名册中 / This card is on the roster already */
  | 'ALREADY_ENROLLED'
  /** 已支付成功，请勿重复支付 / This is paid already */
  | 'ALREADY_PAID'
  /** 有效期须在当前时间之后，且不超过 {days} 天 / The expiry must lie in the future, at most {days} days away */
  | 'API_TOKEN_LIFE_INVALID'
  /** 申请中缺少注册小程序所需的信息 / The application lacks what registering a mini-program needs */
  | 'APPID_FACTS_MISSING'
  /** 同一企业 24 小时内只能注册一次小程序，请在 {until} 后再试 / A company may apply once in 24 hours; try again after {until} */
  | 'APPID_REGISTRATION_LOCKED'
  /** 该企业的小程序注册正在进行中 / A mini-program is being registered for this company */
  | 'APPID_REGISTRATION_RUNNING'
  /** 该 APPID 已被其他商户使用 / Another merchant uses this APPID */
  | 'APPID_TAKEN'
  /** 商户已有 APPID / The merchant has an APPID already */
  | 'APPID_THERE'
  /** 该申请已由 {by} 领取审核 / {by} is reviewing this application */
  | 'APPLICATION_CLAIMED'
  /** 申请当前状态不能执行此操作 / The application's state does not allow this */
  | 'APPLICATION_STEP_IMPOSSIBLE'
  /** 申请提交后不能更换商户类型 / The merchant type stays once the application was submitted */
  | 'APPLICATION_TYPE_FIXED'
  /** 请先选择商户类型 / Choose a merchant type first */
  | 'APPLICATION_TYPE_MISSING'
  /** 内容没有变化 / Nothing has changed */
  | 'APPLICATION_UNCHANGED'
  /** 该订单不能使用卡内余额 / This order cannot be paid with a card's balance */
  | 'BALANCE_NOT_USABLE'
  /** 卡内储值余额不足，可用 {available_yuan} 元 / The card has {available_yuan} only */
  | 'BALANCE_SHORT'
  /** 银行已暂停全部商户发卡与充值 / The bank has stopped all sales and recharges of cards */
  | 'BANK_STOPPED_ISSUING'
  /** 只能获取过去 90 天内、今天以前的账单 / Only bills of the last 90 days, before today, can be fetched */
  | 'BILL_DAY_INVALID'
  /** 该对象已在黑名单中 / It is on the blacklist already */
  | 'BLACKLISTED_ALREADY'
  /** 不是有效的代码、证件号或名称，请核对后重新填写 / This is no valid code, number or name */
  | 'BLACKLIST_VALUE_INVALID'
  /** 该差错已处理 / This break has been resolved */
  | 'BREAK_RESOLVED'
  /** 不记名卡请办理实名升级 / The card bears no name: register it instead */
  | 'CARD_ANONYMOUS'
  /** 该卡已过期，可免费重新激活 / This card has expired; it can be reactivated free of charge */
  | 'CARD_EXPIRED'
  /** 充值后卡内金额将超过上限 {limit} 元 / The card would hold more than the limit of {limit} yuan */
  | 'CARD_FACE_OVER_LIMIT'
  /** 该卡已被冻结，暂不能使用 / This card is on hold and cannot be used */
  | 'CARD_FROZEN'
  /** 该卡当前状态不能执行此操作 / The card's state does not allow this */
  | 'CARD_NOT_ACTIVE'
  /** 该卡未过期，无需激活 / The card has not expired */
  | 'CARD_NOT_EXPIRED'
  /** 该卡没有可用于“{service}”的权益，不能编入本班 / This card holds nothing that “{service}” can take */
  | 'CARD_NOT_FOR_CLASS'
  /** 请先挂失该卡 / Report the card as lost first */
  | 'CARD_NOT_LOST'
  /** 该套餐不能充入这张卡 / This package does not go on that card */
  | 'CARD_OF_OTHER_TYPE'
  /** 卡号或密码不正确 / Card number or PIN is wrong */
  | 'CARD_OR_PIN_WRONG'
  /** 该卡尚未设置密码 / The card has no PIN */
  | 'CARD_PIN_NOT_SET'
  /** 卡密码错误 / The card's PIN is wrong */
  | 'CARD_PIN_WRONG'
  /** 该卡已是记名卡 / The card bears a name already */
  | 'CARD_REGISTERED'
  /** 请选择一个套餐，或 1 至 {most} 份服务 / Choose one package, or 1 to {most} pieces of services */
  | 'CART_INVALID'
  /** 该对象已有待复核的变更，请先处理或撤回 / A change of this object waits for review; decide or withdraw it first */
  | 'CHANGE_ALREADY_OPEN'
  /** 该变更已过期，请重新提交 / This change has expired; submit it again */
  | 'CHANGE_EXPIRED'
  /** 提交人不能复核自己的变更 / Nobody decides a change of his own */
  | 'CHANGE_IS_OWN'
  /** 待复核的内容与您看到的不一致，请刷新后重新核对 / What waits is not what you were shown; refresh and check again */
  | 'CHANGE_NOT_AS_SHOWN'
  /** 该变更已处理，状态为 {state} / This change is decided already: {state} */
  | 'CHANGE_NOT_OPEN'
  /** 只有提交人可以撤回变更 / Only the person who submitted a change can withdraw it */
  | 'CHANGE_NOT_YOURS'
  /** 校验位不正确，请核对号码 / The check digit is wrong; compare the number */
  | 'CHECK_DIGIT_WRONG'
  /** 名册中已有 {enrolled} 人，名额不能少于在册人数 / There are {enrolled} on the roster; there cannot be fewer places */
  | 'CLASS_CAPACITY_BELOW_ROSTER'
  /** 该班级已结课 / This class has ended */
  | 'CLASS_ENDED'
  /** 该学员已退出本班 / This card has left the class already */
  | 'CLASS_ENROLMENT_OVER'
  /** 班级名额 {capacity} 人已满 / All {capacity} places are taken */
  | 'CLASS_FULL'
  /** 结课日期不能早于开课日期 / The last day cannot be before the first */
  | 'CLASS_PERIOD_INVALID'
  /** 该课次已停课：{reason} / This meeting is cancelled: {reason} */
  | 'CLASS_SESSION_CANCELLED'
  /** 该课次不在今天本店的课表上（{heldOn}），请重新选择课次 / This meeting is not held here today ({heldOn}); choose another */
  | 'CLASS_SESSION_NOT_NOW'
  /** 该课次已上过或已停课，不能再停 / This meeting is over or cancelled already */
  | 'CLASS_SESSION_OVER'
  /** 上课时间须为同一天内的 HH:MM，且下课晚于上课 / Give times as HH:MM on one day, the end after the start */
  | 'CLASS_TIMES_INVALID'
  /** 条款“{clause_key}”第 {position} 字起“{words}”属于无效格式条款：{explanation_zh}（{source}） / Clause “{clause_key}”, character {position}: “{words}” is void: {explanation_en} ({source}) */
  | 'CLAUSE_VOID'
  /** 须至少提前 30 天公告，最早 {earliest} / It is announced 30 days ahead: {earliest} at the earliest */
  | 'CLOSING_TOO_SOON'
  /** 编码由小写字母、数字、下划线和点组成，以字母开头，最多 80 个字符 / A code is made of lower-case letters, digits, underscores and dots, begins with a letter, 80 at most */
  | 'CODE_MALFORMED'
  /** 编码“{value}”已被使用 / The code “{value}” is in use */
  | 'CODE_TAKEN'
  /** 该人员还没有收款账户 / The person has no account to be paid to */
  | 'COMMISSION_ACCOUNT_MISSING'
  /** 该佣金仍在冻结期内，期满后方可审核 / The commission is frozen and can be reviewed afterwards */
  | 'COMMISSION_FROZEN'
  /** 没有符合条件的佣金 / No commission fits */
  | 'COMMISSION_NOTHING_SELECTED'
  /** 没有可发放的佣金 / No approved commission is to be paid */
  | 'COMMISSION_NOTHING_TO_PAY'
  /** 只有失败的付款可以重试 / Only a failed payout is tried again */
  | 'COMMISSION_PAYOUT_NOT_FAILED'
  /** 该佣金已冲回 / The commission was reversed */
  | 'COMMISSION_REVERSED'
  /** 该分佣规则已停用 / This commission rule is retired */
  | 'COMMISSION_RULE_RETIRED'
  /** 该佣金当前状态不能执行此操作，请刷新后重试 / The commission's state does not allow this; look at it again */
  | 'COMMISSION_STEP_IMPOSSIBLE'
  /** 已有同类变更申请正在处理 / A change of this kind is open already */
  | 'COMPANY_CHANGE_OPEN'
  /** 该证件号码的企业已入驻 / A company with this code is a merchant already */
  | 'COMPANY_CODE_TAKEN'
  /** 该合同已有待签或已签的替代合同 / Another contract supersedes this one already */
  | 'CONTRACT_ALREADY_SUPERSEDED'
  /** 合同已签署完成，不能作废；如需变更请签订新合同 / Every party has signed; it cannot be voided, only superseded by another contract */
  | 'CONTRACT_COMPLETE'
  /** 合同文件正在生成，请稍后再试 / The contract's file is being made; try again in a moment */
  | 'CONTRACT_FILE_MISSING'
  /** 待签文件与您看到的不一致，请刷新后重新核对 / The document is not the one that you were shown; refresh and read it again */
  | 'CONTRACT_NOT_AS_SHOWN'
  /** 合同未生效 / This contract is not in force */
  | 'CONTRACT_NOT_IN_FORCE'
  /** 合同不在签署中 / This contract is not being signed */
  | 'CONTRACT_NOT_SIGNING'
  /** 请等待前一签署方完成签署 / Another party signs first */
  | 'CONTRACT_NOT_YOUR_TURN'
  /** 签署期限已过 / The time for signing has passed */
  | 'CONTRACT_PAST_SIGNING'
  /** 本方已签署 / Your side has signed already */
  | 'CONTRACT_SIGNED_ALREADY'
  /** 合同当前为“{from_zh}”，不能执行该操作 / The contract is {from_}; this is not possible */
  | 'CONTRACT_STEP_IMPOSSIBLE'
  /** 该规则已结束 / This rule has ended */
  | 'CONTROL_RULE_ENDED'
  /** 商户的存管账户已开通或正在开通 / The merchant's custody account is open or being opened */
  | 'CUSTODY_ACCOUNT_EXISTS'
  /** 商户的存管账户尚未开通 / The merchant's custody account is not open */
  | 'CUSTODY_ACCOUNT_NOT_OPEN'
  /** 存管资金不足，缺口 {shortfall_yuan} 元，补足前暂停发卡和提现 / Custody is short of ¥{shortfall_yuan}: no cards are issued and nothing is drawn until it is made up */
  | 'CUSTODY_SHORT'
  /** 定制模版只用于指定商户，不能关联商户类型 / A custom template is for its one merchant and has no merchant types */
  | 'CUSTOM_TEMPLATE_HAS_TYPES'
  /** 交接时点须在现在之后的 90 天内 / The cut-off lies within the next 90 days */
  | 'CUT_OFF_TOO_FAR'
  /** 不能早于 {min} / Not before {min} */
  | 'DATE_TOO_EARLY'
  /** 不能晚于 {max} / Not after {max} */
  | 'DATE_TOO_LATE'
  /** 扣划金额超过商户欠款 / The merchant owes the bank less than that */
  | 'DEBT_TOO_SMALL'
  /** {place}：{problem_zh} / {place}: {problem_en} */
  | 'DEFINITION_INVALID'
  /** 内容过大，最多 {kilobytes} KB / This is too large; at most {kilobytes} kB */
  | 'DEFINITION_TOO_LARGE'
  /** 金额须大于 0 / The amount must be more than zero */
  | 'DEPOSIT_AMOUNT_INVALID'
  /** 首次缴纳须一次缴足，至少 {lowest_yuan} 元 / The first payment is made whole: at least {lowest_yuan} yuan */
  | 'DEPOSIT_AMOUNT_TOO_SMALL'
  /** 请填写扣划所依据的案件编号 / Name the case that the deduction pays for */
  | 'DEPOSIT_CASE_MISSING'
  /** 保证金已缴足，无需再缴 / Nothing of the deposit is due */
  | 'DEPOSIT_NOTHING_DUE'
  /** 该笔缴纳已完成或已关闭 / This payment is made or closed */
  | 'DEPOSIT_PAYMENT_OVER'
  /** 可扣划的保证金不足：可用 {available_yuan} 元 / The deposit is too small: {available_yuan} yuan are free */
  | 'DEPOSIT_TOO_SMALL'
  /** 您的统一认证账号尚未开通本系统，请联系权限管理员 / Your directory account has no account here; ask a permission administrator */
  | 'DIRECTORY_ACCOUNT_UNKNOWN'
  /** 统一认证登录失败，请重试 / Signing in by the directory failed; try again */
  | 'DIRECTORY_SIGN_IN_FAILED'
  /** 折扣超过该商户类型的上限，售价不能低于 {limit} 元 / The discount is deeper than the merchant type allows; the price is at least {limit} yuan */
  | 'DISCOUNT_TOO_DEEP'
  /** 已超过可提出争议的时间，请走售后 / The time to dispute is over; please go through after-sales */
  | 'DISPUTE_WINDOW_OVER'
  /** 证照已过期 / The document has expired */
  | 'DOCUMENT_EXPIRED'
  /** 请填写有效期 / Give the day on which it expires */
  | 'DOCUMENT_EXPIRY_MISSING'
  /** 文件无法读取，请上传 PDF 原件 / The file cannot be read; upload the original PDF */
  | 'DOCUMENT_UNREADABLE'
  /** 权益填写不完整或不一致 / This entitlement is incomplete or contradictory */
  | 'ENTITLEMENT_INCOMPLETE'
  /** 面额超过上限 {limit} 元 / The face value is over the limit of {limit} yuan */
  | 'FACE_OVER_LIMIT'
  /** 商户类型不支持以下功能：{features} / The merchant type does not have these features: {features} */
  | 'FEATURE_NOT_OF_TYPE'
  /** 按当前填写内容，该项不应填写 / With what is filled in, this does not apply */
  | 'FIELD_HIDDEN'
  /** 该内容不支持查看完整信息 / This value cannot be revealed */
  | 'FIELD_NOT_REVEALABLE'
  /** 该项不能修改 / This cannot be changed */
  | 'FIELD_READ_ONLY'
  /** 必填 / This is required */
  | 'FIELD_REQUIRED'
  /** 格式不正确 / This has the wrong form */
  | 'FIELD_TYPE'
  /** 没有这一项 / There is no such field */
  | 'FIELD_UNKNOWN'
  /** 文件内容与类型不符或已损坏 / The contents do not match the file's type, or are damaged */
  | 'FILE_CONTENT_MISMATCH'
  /** 文件为空 / The file is empty */
  | 'FILE_EMPTY'
  /** 文件上传不完整，请重新上传 / The upload was cut short; upload the file again */
  | 'FILE_INCOMPLETE'
  /** 文件过大，最多 {max_bytes} 字节 / The file is too large; at most {max_bytes} bytes */
  | 'FILE_TOO_LARGE'
  /** 不支持该文件类型，可上传：{allowed} / This type of file is not accepted; upload one of: {allowed} */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** 文件包含宏、加密或异常内容，不能上传 / The file holds macros, encryption or abnormal contents and is not accepted */
  | 'FILE_UNSAFE'
  /** 格式不正确 / This has the wrong form */
  | 'FORMAT_INVALID'
  /** 适用于全部商户类型的表单不能停用，请发布新版本替换 / The form for all merchant types cannot be withdrawn; publish another version of it instead */
  | 'FORM_OF_ALL_TYPES'
  /** 商户当前状态为 {state}，不能执行此操作 / The merchant is {state}; this step is not possible */
  | 'GATE_STEP_IMPOSSIBLE'
  /** 授权结束时间须晚于开始时间，且晚于当前时间 / A grant ends after it begins, and in the future */
  | 'GRANT_REVERSED'
  /** 该授权已撤销 / This grant is revoked already */
  | 'GRANT_REVOKED_ALREADY'
  /** 授权期限最长 3 年 / A grant lasts three years at most */
  | 'GRANT_TOO_LONG'
  /** 该担保已终止 / This guarantee has ended already */
  | 'GUARANTEE_ENDED'
  /** 该担保已登记（同一出具人、同一编号） / This guarantee is registered already: same issuer, same number */
  | 'GUARANTEE_REGISTERED'
  /** 担保到期日不能早于生效日，也不能早于今天 / A guarantee ends neither before it begins nor before today */
  | 'GUARANTEE_TERM_INVALID'
  /** 该交接单已完成或已取消 / This handover is done or cancelled */
  | 'HANDOVER_STEP_IMPOSSIBLE'
  /** 该卡没有此原因的冻结 / The card is not on hold for this reason */
  | 'HOLD_NOT_PLACED'
  /** 该卡已有相同原因的冻结 / The card is on hold for this reason already */
  | 'HOLD_PLACED'
  /** 营业时间须同时填写开门与关门时间，格式如 09:00 / Give both opening and closing time, as in 09:00 */
  | 'HOURS_INVALID'
  /** 该幂等键已用于另一请求，请换用新的幂等键 / This idempotency key was used for another request; use a new one */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** 实名信息已登记，如需更正请联系银行客服 / Your identity is on record; ask the bank to correct it */
  | 'IDENTITY_FIXED'
  /** 办理该业务需要实名信息（姓名与身份证号） / Real name and identity number are required for this */
  | 'IDENTITY_REQUIRED'
  /** 身份证号码不正确 / This is not a resident identity number */
  | 'ID_CARD_MALFORMED'
  /** 余额或剩余次数不足 / Not enough is left on the card */
  | 'INSUFFICIENT'
  /** 账户余额不足，无法完成该笔资金操作 / There is not enough money on the account for this */
  | 'INSUFFICIENT_FUNDS'
  /** 填写内容不正确：{reason} / This value is not valid: {reason} */
  | 'INVALID_VALUE'
  /** 该商户已被暂停发卡与充值 / This merchant's sales and recharges of cards are stopped */
  | 'ISSUING_STOPPED'
  /** 发卡开关已处于该状态 / The issuing switch stands like this already */
  | 'ISSUING_SWITCH_AS_WISHED'
  /** 至少要保留一名可以管理角色和成员的权限管理员 / At least one administrator who can manage roles and members must remain */
  | 'LAST_ADMINISTRATOR'
  /** 该人员已离职并完成交接，或已有交接单 / This person has left, or a handover is there already */
  | 'LEAVER_GONE'
  /** 预付课时或次数不能超过 {limit} / At most {limit} lessons or visits are prepaid */
  | 'LESSONS_OVER_CAP'
  /** 手机号或邮箱格式不正确 / This is neither a mobile number nor an e-mail address */
  | 'LOGIN_MALFORMED'
  /** 请填写手机号或邮箱 / Give a phone number or an e-mail address */
  | 'LOGIN_MISSING'
  /** 该手机号或邮箱已有账号 / An account has this phone number or e-mail address already */
  | 'LOGIN_TAKEN'
  /** 提交人已无权提交此类变更 / The person who submitted this may no longer do so */
  | 'MAKER_LOST_PERMISSION'
  /** 此人已是该平台的成员 / This person is a member already */
  | 'MEMBER_EXISTS'
  /** 该成员已离开 / This member has left */
  | 'MEMBER_LEFT'
  /** 该商户已被风险冻结，暂停核销 / This merchant is on a fraud hold and cannot redeem */
  | 'MERCHANT_BLOCKED'
  /** 商户尚未开通收款，请联系银行登记特约商户号 / The merchant cannot take payments yet: the bank registers its number at the provider first */
  | 'MERCHANT_CANNOT_COLLECT'
  /** 该商户已在清退中或已关闭 / This merchant is being closed, or closed */
  | 'MERCHANT_CLOSING_ALREADY'
  /** 商户入驻通过后才能执行此操作 / The merchant has to be admitted first */
  | 'MERCHANT_NOT_ADMITTED'
  /** 该商户未在清退中 / This merchant is not being closed */
  | 'MERCHANT_NOT_CLOSING'
  /** 该商户暂停销售 / This merchant does not sell at present */
  | 'MERCHANT_NOT_SELLING'
  /** 该商户未被暂停经营 / This merchant is not suspended */
  | 'MERCHANT_NOT_SUSPENDED'
  /** 该商户已处于暂停经营状态 / This merchant is suspended already */
  | 'MERCHANT_SUSPENDED_ALREADY'
  /** 该商户类型已停用，不再接受新的申请 / This merchant type is retired and takes no new applications */
  | 'MERCHANT_TYPE_RETIRED'
  /** 该商户类型代码已被使用 / A merchant type has this code already */
  | 'MERCHANT_TYPE_TAKEN'
  /** 小程序暂未开放 / The mini-program is not open */
  | 'MINI_PROGRAM_CLOSED'
  /** 该小程序未接入本行 / This mini-program is not the bank's */
  | 'MINI_PROGRAM_UNKNOWN'
  /** 移动会让以下角色获得新页面的权限，请先单独授权：{roles} / The move would give a new page to these roles; grant it to them first: {roles} */
  | 'MOVE_WOULD_GRANT'
  /** “{value}”的功能开关和状态闸由系统规定，不能更改 / Feature and gate of “{value}” are fixed by the system */
  | 'NODE_GATE_FIXED'
  /** “{value}”的节点类型应为 {kind} / The node “{value}” is of kind {kind} */
  | 'NODE_KIND_WRONG'
  /** 角色只能授予所属平台模版的权限节点 / A role can only be granted nodes of its own template */
  | 'NODE_OF_OTHER_TEMPLATE'
  /** 该节点不能放在这里 / The node cannot stand here */
  | 'NODE_PLACE_WRONG'
  /** 该商品没有在售版本 / No version of this product is on sale */
  | 'NOTHING_ON_SALE'
  /** 该笔业务已有最终结果，无需查询 / The outcome is final already */
  | 'NOTHING_TO_ASK'
  /** 没有需要保存的改动 / There is nothing to change */
  | 'NOTHING_TO_CHANGE'
  /** {salesperson} 未获授权销售“{product}” / {salesperson} is not authorised to sell {product} */
  | 'NOT_AUTHORISED'
  /** 只有草稿可以这样处理；请先新建草稿 / This can be done with a draft only; start a new one first */
  | 'NOT_A_DRAFT'
  /** 该对象已被移出黑名单 / It is not on the blacklist any more */
  | 'NOT_BLACKLISTED'
  /** 该笔支付尚未成功，不能退款 / This payment has not been captured */
  | 'NOT_CAPTURED'
  /** 该笔消费没有处理中的争议 / There is no open dispute about this */
  | 'NOT_DISPUTED'
  /** 未找到该对象 / Not found */
  | 'NOT_FOUND'
  /** 该课次只核销“{service}”，请选择对应权益或不选课次 / This class takes “{service}” only; choose that, or no class */
  | 'NOT_OF_THIS_CLASS'
  /** 只有该印章的管理员可以操作 / Only the seal's administrator can do this */
  | 'NOT_SEAL_ADMINISTRATOR'
  /** 该套餐仅供已有此类卡的顾客充值 / This package is sold to holders of such a card only */
  | 'NOT_SOLD_FOR_OPENING'
  /** 该套餐仅供首次开卡 / This package is sold with a first card only */
  | 'NOT_SOLD_FOR_RECHARGE'
  /** 按日履约的期限权益不能撤销 / Days of a period cannot be undone */
  | 'NOT_UNDOABLE'
  /** 该商户类型没有待发布的草稿 / This merchant type has no draft to publish */
  | 'NO_DRAFT_OF_TYPE'
  /** 该商户类型在此场景没有生效的合约模版 / No contract template is in force for this merchant type in this scene */
  | 'NO_TEMPLATE_IN_FORCE'
  /** 不能大于 {shown} / At most {shown} */
  | 'NUMBER_TOO_LARGE'
  /** 最多 {scale} 位小数 / At most {scale} decimals */
  | 'NUMBER_TOO_PRECISE'
  /** 不能小于 {shown} / At least {shown} */
  | 'NUMBER_TOO_SMALL'
  /** 线上店铺由系统维护，始终营业，不能搬迁或关闭 / The online store is kept by the system: it is always open and cannot move or close */
  | 'ONLINE_STORE_FIXED'
  /** 该存管指令不在待处理队列中 / This instruction does not wait for a decision */
  | 'OPERATION_NOT_IN_QUEUE'
  /** 存管机构是否已执行尚不明确，请先重试取得明确答复，再作废 / Whether the provider has done it is unclear; retry until it answers before abandoning it */
  | 'OPERATION_OUTCOME_UNCLEAR'
  /** 已有同名的商户运营方 / An operator has this name already */
  | 'OPERATOR_NAME_TAKEN'
  /** 不是可选项 / This is not one of the options */
  | 'OPTION_UNKNOWN'
  /** 订单已关闭，不能再支付 / This order is closed */
  | 'ORDER_CLOSED'
  /** 订单已支付 / This order is paid */
  | 'ORDER_PAID'
  /** 您有一笔未完成的订单 {number}，请先支付或取消 / Your order {number} still waits; pay or cancel it first */
  | 'ORDER_PENDING'
  /** 您无权任命其他平台的成员 / You may not appoint members of another platform */
  | 'OTHER_PLATFORM'
  /** 本店当前不在营业时间（{hours}），不能核销 / The store is not open at present ({hours}) */
  | 'OUT_OF_HOURS'
  /** 发布后商户类型“{type}”的页面调整将失效：{place} {problem_zh} / With it the overlay of merchant type “{type}” would no longer fit: {place} {problem_en} */
  | 'OVERLAY_BREAKS_TYPE'
  /** 不能审核本人提交的申请 / Nobody reviews an application of his own */
  | 'OWN_APPLICATION'
  /** 不能审核本人的佣金 / Nobody reviews his own commission */
  | 'OWN_COMMISSION'
  /** 不能为本人办理离职交接 / Nobody hands over his own work */
  | 'OWN_HANDOVER'
  /** 不能更改自己的成员身份，请由他人操作 / You cannot change your own membership; ask somebody else */
  | 'OWN_MEMBERSHIP'
  /** 不能审核自己提交的商品 / You cannot review your own submission */
  | 'OWN_SUBMISSION'
  /** 请至少添加一项权益 / Add at least one entitlement */
  | 'PACKAGE_EMPTY'
  /** 规则参数“{name_zh}”不在允许范围内{range} / The rule parameter “{name_en}” is out of its range{range} */
  | 'PARAMETER_OUT_OF_RANGE'
  /** 该商品所属卡类型不能在“{store}”销售，请先调整卡类型的控销规则 / The card type of this package may not be sold in {store}; change the card type's rule first */
  | 'PARENT_NOT_SOLD'
  /** 合同需要商户与银行双方信息 / A contract names the merchant and the bank */
  | 'PARTIES_INCOMPLETE'
  /** 签约方信息不正确：{fact} / A fact of a party is not valid: {fact} */
  | 'PARTY_FACT_INVALID'
  /** 密码中不能包含手机号或邮箱 / A password must not contain the phone number or e-mail address */
  | 'PASSWORD_CONTAINS_LOGIN'
  /** 该密码过于常见，容易被猜到，请换一个 / This password is too common; choose another one */
  | 'PASSWORD_TOO_COMMON'
  /** 密码最多 {characters} 个字符 / A password has at most {characters} characters */
  | 'PASSWORD_TOO_LONG'
  /** 密码至少需要 {characters} 个字符 / A password has at least {characters} characters */
  | 'PASSWORD_TOO_SHORT'
  /** 当前密码不正确 / The current password is not right */
  | 'PASSWORD_WRONG'
  /** 请填写收款人真实姓名 / Give the payee's real name */
  | 'PAYEE_NAME_INVALID'
  /** 缺少付款人的微信标识，请在小程序内重新登录后支付 / The payer's wallet is not known; sign in again in the mini-program */
  | 'PAYER_UNKNOWN'
  /** 金额须大于 0 / An amount is above zero */
  | 'PAYMENT_AMOUNT_INVALID'
  /** 支付时限须在 {minutes_min} 至 {minutes_max} 分钟之间 / A payer has between {minutes_min} and {minutes_max} minutes */
  | 'PAYMENT_TIME_INVALID'
  /** 付款已被银行暂停：{reason} / The bank has stopped payouts: {reason} */
  | 'PAYOUTS_STOPPED'
  /** 该付款已按其他内容提交 / This payout was asked for with other contents */
  | 'PAYOUT_DIFFERS'
  /** 发放设置填写不完整：请按周期填写发放日，并至少选择一种订单 / The settings are incomplete: say the day of the cadence, and one kind of order at least */
  | 'PAYOUT_TERMS_INCOMPLETE'
  /** 生效日期不能早于 {earliest}，否则会改写已有的归属记录 / It cannot begin before {earliest}: that would rewrite what was in force */
  | 'PERIOD_OVERLAPS'
  /** 系统中没有适用于该平台的权限“{value}” / The system has no permission “{value}” for this kind of platform */
  | 'PERMISSION_UNKNOWN'
  /** 该用户的个人信息已依法删除 / The personal data of this person have been erased */
  | 'PERSON_ERASED'
  /** 手机号格式不正确 / This is not a mobile number */
  | 'PHONE_MALFORMED'
  /** 请先绑定手机号 / Bind your mobile number first */
  | 'PHONE_NOT_BOUND'
  /** 仅支持中国大陆手机号 / Only mainland mobile numbers are supported */
  | 'PHONE_NOT_MAINLAND'
  /** 该手机号已绑定其他微信账号，请联系银行客服处理 / This number belongs to another WeChat user here; ask the bank */
  | 'PHONE_OF_OTHER_CONSUMER'
  /** 该实体卡不在本店可售库存中 / This physical card is not in the store's stock */
  | 'PHYSICAL_CARD_UNAVAILABLE'
  /** PIN 码错误次数过多，已退出登录，请重新登录 / Too many wrong PINs: you are signed out; sign in again */
  | 'PIN_EXHAUSTED'
  /** PIN 码为 4 至 6 位数字 / A PIN has four to six digits */
  | 'PIN_MALFORMED'
  /** 请先设置 PIN 码 / Set a PIN first */
  | 'PIN_NOT_SET'
  /** PIN 码过于简单，请勿使用重复或连续的数字 / This PIN is too simple: no repeated and no consecutive digits */
  | 'PIN_TOO_SIMPLE'
  /** PIN 码不正确 / The PIN is not right */
  | 'PIN_WRONG'
  /** 价格已由 {expected_yuan} 元变为 {current_yuan} 元，请确认后重新下单 / The price was {expected_yuan} and is {current_yuan} now; look at it again */
  | 'PRICE_CHANGED'
  /** 售价不能高于权益价值 {limit} 元 / The price is over the list value of {limit} yuan */
  | 'PRICE_OVER_LIST'
  /** 已有同名商品 / A product has this name already */
  | 'PRODUCT_NAME_TAKEN'
  /** “{name}”已下架，请重新选择 / “{name}” is not on sale any more */
  | 'PRODUCT_NOT_ON_SALE'
  /** 该商品限量 {quota} 份，剩余 {remaining} 份 / The quota of this product is {quota}; {remaining} are left */
  | 'QUOTA'
  /** 已占用 {taken} 份，限量不能更低 / {taken} are taken already; the quota cannot be lower */
  | 'QUOTA_BELOW_TAKEN'
  /** 开始日期不能晚于结束日期 / It ends before it begins */
  | 'RANGE_REVERSED'
  /** 计佣方式填写不完整，或保底高于封顶 / The rate is incomplete, or its floor is over its cap */
  | 'RATE_INCOMPLETE'
  /** 请填写至少 {characters} 个字的理由 / Give a reason of at least {characters} characters */
  | 'REASON_TOO_SHORT'
  /** 请填写存管机构的回单编号 / Give the number of the provider's receipt */
  | 'RECEIPT_NUMBER_MISSING'
  /** 该应收已结清或已核销 / Nothing of this receivable is open */
  | 'RECEIVABLE_CLOSED'
  /** 未识别到该核销码，请顾客刷新后重试 / This code is not known; ask the customer to refresh it */
  | 'REDEMPTION_CODE_UNKNOWN'
  /** 该笔消费正在争议处理中 / This is in dispute */
  | 'REDEMPTION_DISPUTED'
  /** 该笔核销已结算，只能走售后 / This redemption is settled; only after-sales can help */
  | 'REDEMPTION_SETTLED'
  /** 该笔核销已撤销 / This redemption is undone already */
  | 'REDEMPTION_UNDONE'
  /** 登录状态已失效，请重新登录 / This sign-in is no longer valid; sign in again */
  | 'REFRESH_TOKEN_INVALID'
  /** 该退款已按其他金额提交 / This refund was asked for with another amount */
  | 'REFUND_DIFFERS'
  /** 退款金额超过可退金额 / More than what is left of the payment */
  | 'REFUND_EXCEEDS_PAYMENT'
  /** 只有退款失败时才能改走转账 / Only a failed refund can be sent as a transfer */
  | 'REFUND_NOT_FAILED'
  /** 该区域已停用 / This region is closed */
  | 'REGION_CLOSED'
  /** 区域不能移到自身或其下级区域之下（{on} 起将形成循环） / A region cannot be moved below itself (it would be from {on}) */
  | 'REGION_CYCLE'
  /** 第 {level} 级仍有区域，不能删除该层级 / Level {level} still has regions and cannot be removed */
  | 'REGION_LEVEL_IN_USE'
  /** 同一上级下已有同名区域 / A region beside it has this name already */
  | 'REGION_NAME_TAKEN'
  /** 该区域下还有 {regions} 个区域、{stores} 家店铺，请先移走 / It still holds {regions} regions and {stores} stores; move them first */
  | 'REGION_NOT_EMPTY'
  /** 区域层级共 {levels} 级，移动后会超出 / There are {levels} levels of regions; this would be deeper */
  | 'REGION_TOO_DEEP'
  /** 请至少指出一项需要修改的内容 / Name at least one field to correct */
  | 'REJECTION_EMPTY'
  /** 不能重复 / The same stands there twice */
  | 'REPEATED'
  /** 验证码不正确或已过期 / The code is not right or has expired */
  | 'RESET_CODE_WRONG'
  /** 仅地方档次需要填写上年营业收入 / Only the local tier goes by last year's revenue */
  | 'REVENUE_ONLY_FOR_LOCAL'
  /** 该审核已被处理 / This review has been decided already */
  | 'REVIEW_DECIDED'
  /** 不能授予超出自己权限的角色 / You cannot give a role that may do more than you */
  | 'ROLE_EXCEEDS_OWN'
  /** 仍有 {members} 名成员和 {tokens} 个接口令牌使用该角色 / {members} members and {tokens} API tokens still have this role */
  | 'ROLE_IN_USE'
  /** 所选角色不属于该平台模版 / A chosen role does not belong to this template */
  | 'ROLE_OF_OTHER_TEMPLATE'
  /** 该账户已关联另一名销售人员 / This account is linked to another salesperson */
  | 'SALESPERSON_MEMBER_TAKEN'
  /** {salesperson} 已停用或离职，不能销售 / {salesperson} is suspended or has left and sells nothing */
  | 'SALESPERSON_NOT_SELLING'
  /** 工号已被使用 / This staff number is taken */
  | 'SALESPERSON_NUMBER_TAKEN'
  /** 该人员当前状态不能执行此操作 / The person's state does not allow this */
  | 'SALESPERSON_STEP_IMPOSSIBLE'
  /** 该商户暂不能售卡或充值：{reasons_zh} / This merchant may not sell or recharge cards at present: {reasons_en} */
  | 'SALE_BLOCKED'
  /** 控销规则 {rule} 禁止该商品在本店销售 / Sales control rule {rule} forbids selling this product in this store */
  | 'SALE_DENIED'
  /** 按控销规则 {rule}，该商品仅限其他区域或店铺销售 / By sales control rule {rule} this product is sold in other regions or stores only */
  | 'SALE_ELSEWHERE'
  /** 不能授予超出自己的数据范围 / You cannot give a wider data scope than your own */
  | 'SCOPE_EXCEEDS_OWN'
  /** 该平台的成员不能使用此数据范围 / Members of this platform cannot have this data scope */
  | 'SCOPE_IMPOSSIBLE'
  /** 请填写印章所属单位名称 / Name the company whose seal it is */
  | 'SEAL_HOLDER_MISSING'
  /** 印章图片不清晰：需为 PNG，宽高各 200 至 2000 像素 / The seal's image must be a PNG of 200 to 2,000 pixels each way */
  | 'SEAL_IMAGE_UNUSABLE'
  /** 该种类的印章已存在，请先吊销 / There is a seal of this kind; revoke it first */
  | 'SEAL_KIND_EXISTS'
  /** 印章未启用、已停用或证书已过期 / The seal is not active, or its certificate has expired */
  | 'SEAL_NOT_ACTIVE'
  /** 合同只能使用公章或合同专用章 / Contracts take the official or the contract seal */
  | 'SEAL_NOT_FOR_CONTRACTS'
  /** 您没有使用该印章的授权 / You have no grant to use this seal */
  | 'SEAL_NOT_GRANTED'
  /** 印章当前状态不能执行该操作 / This is not possible in the seal's state */
  | 'SEAL_STEP_IMPOSSIBLE'
  /** 您所在的平台要求使用动态口令，不能解绑 / A platform you belong to requires a second factor; it cannot be removed */
  | 'SECOND_FACTOR_MANDATORY'
  /** 验证码不正确或已被使用 / The code is not right or was used before */
  | 'SECOND_FACTOR_WRONG'
  /** 该卡类型不包含此服务 / The card type does not allow this service */
  | 'SERVICE_NOT_ALLOWED'
  /** 个人设置过多 / There are too many settings */
  | 'SETTINGS_TOO_MANY'
  /** 登录已超时，请重新登录 / The sign-in took too long; start again */
  | 'SIGN_IN_EXPIRED'
  /** 账号或密码不正确 / The account or the password is not right */
  | 'SIGN_IN_FAILED'
  /** 验证码错误或已过期 / This code is wrong or has expired */
  | 'SIGN_UP_CODE_WRONG'
  /** {staff} 没有在本店核销或服务的资格 / {staff} may not redeem or perform in this store */
  | 'STAFF_NOT_ALLOWED'
  /** 行内成员须填写工号 / A member of the bank's staff needs a staff number */
  | 'STAFF_NUMBER_REQUIRED'
  /** 该工号已对应另一个账户，一人只能使用一个账户 / This staff number belongs to another account; one person has one account */
  | 'STAFF_NUMBER_TAKEN'
  /** 该内容已被他人修改，请刷新后重试 / Someone else has changed this; refresh and try again */
  | 'STALE_OBJECT'
  /** 该批次库存仅剩 {available} 张 / Only {available} cards of this batch are in stock */
  | 'STOCK_TOO_SMALL'
  /** 已有同名店铺 / A store has this name already */
  | 'STORE_NAME_TAKEN'
  /** 该店铺未营业，不能销售 / This store is not open for business */
  | 'STORE_NOT_SELLING'
  /** 店铺当前状态不能执行此操作 / The store's state does not allow this */
  | 'STORE_STEP_IMPOSSIBLE'
  /** 特约商户号应为 8 至 10 位数字 / A sub-merchant number has 8 to 10 digits */
  | 'SUB_MERCHANT_NUMBER_INVALID'
  /** 该特约商户号已属于其他商户 / This number belongs to another merchant */
  | 'SUB_MERCHANT_NUMBER_TAKEN'
  /** 交接人必须在岗，且不能是离职人员本人 / A successor works here, and is not the leaver */
  | 'SUCCESSOR_INVALID'
  /** 该权益之后还有使用记录，只能从最近一次开始撤销 / The entitlement was used again since; undo the latest use first */
  | 'TAKEN_SINCE'
  /** 任务已结束 / The task has ended */
  | 'TASK_ENDED'
  /** {teacher}该时段已有“{other}”，请换时间或老师 / {teacher} gives “{other}” at that time; choose another time or teacher */
  | 'TEACHER_BUSY'
  /** 模版代码已被使用 / Another template has this code */
  | 'TEMPLATE_CODE_TAKEN'
  /** 模版内容有误（{place}）：{problem_zh} / The template has a mistake ({place}): {problem_en} */
  | 'TEMPLATE_CONTENT_INVALID'
  /** 模版文件不正确：{reason} / The template document is not valid: {reason} */
  | 'TEMPLATE_DOCUMENT_INVALID'
  /** 已有版本正在复核，复核结束后才能再建草稿 / A version is under review; make another draft when that is decided */
  | 'TEMPLATE_IN_REVIEW'
  /** 只有草稿可以修改或提交 / Only a draft can be edited or submitted */
  | 'TEMPLATE_NOT_DRAFT'
  /** 该模版版本未发布 / This version of the template is not published */
  | 'TEMPLATE_NOT_PUBLISHED'
  /** 该平台模版已停用 / This platform template is retired */
  | 'TEMPLATE_RETIRED'
  /** 商户类型 {types} 在该场景已有生效模版，请先停用 / Another template is in force in this scene for: {types}; retire it first */
  | 'TEMPLATE_SCENE_TAKEN'
  /** 请至少选择一个适用的商户类型 / Choose at least one merchant type that it is for */
  | 'TEMPLATE_WITHOUT_TYPES'
  /** 预付期限不能超过 {limit} 天 / The prepaid term is at most {limit} days */
  | 'TERM_OVER_CAP'
  /** 含有不能使用的字符 / It contains characters that cannot be used */
  | 'TEXT_INVALID'
  /** 最多 {max} 个字符 / At most {max} characters */
  | 'TEXT_TOO_LONG'
  /** 至少 {min} 个字符 / At least {min} characters */
  | 'TEXT_TOO_SHORT'
  /** 该核销码已过期，请顾客刷新核销码 / This code has expired; ask the customer for a new one */
  | 'TOKEN_EXPIRED'
  /** 该核销码已使用，请顾客刷新核销码 / This code has been used; ask the customer for a new one */
  | 'TOKEN_USED'
  /** 至少 {min} 项 / At least {min} */
  | 'TOO_FEW'
  /** 最多 {max} 项 / At most {max} */
  | 'TOO_MANY'
  /** 您有 {most} 份未完成的申请，请先完成或关闭 / You have {most} unfinished applications; finish or close one first */
  | 'TOO_MANY_APPLICATIONS'
  /** 尝试次数过多，请在 {retry_after_seconds} 秒后重试 / Too many attempts; try again in {retry_after_seconds} seconds */
  | 'TOO_MANY_ATTEMPTS'
  /** 已绑定动态口令，如需更换请先解绑 / An authenticator is enrolled already; remove it first */
  | 'TOTP_ALREADY_ENROLLED'
  /** 尚未绑定动态口令 / No authenticator is enrolled */
  | 'TOTP_NOT_ENROLLED'
  /** 该笔资金划转已处理完毕，不能更改 / This transfer is resolved already */
  | 'TRANSFER_ALREADY_RESOLVED'
  /** 该卡类型不允许转让 / Cards of this type cannot be transferred */
  | 'TRANSFER_NOT_ALLOWED'
  /** 该业务已入账且内容不同，不能重复入账 / This was booked before with other contents */
  | 'TRANSFER_REFERENCE_REUSED'
  /** 未找到该笔待处理的资金划转 / There is no such pending transfer */
  | 'TRANSFER_UNKNOWN'
  /** 商户类型代码格式不正确 / A merchant type's code is malformed */
  | 'TYPE_CODE_MALFORMED'
  /** 该商户类型的入驻表单缺少必备项（{fields}），暂不能申请 / The form of this merchant type lacks {fields}; it takes no applications yet */
  | 'TYPE_FORM_INCOMPLETE'
  /** 取值须在 {lowest} 到 {highest} 之间 / It must lie between {lowest} and {highest} */
  | 'TYPE_TERMS_OUT_OF_BOUNDS'
  /** 须满足：下限 ≤ 默认值 ≤ 上限 / Lowest, default and highest must be in this order */
  | 'TYPE_TERMS_UNORDERED'
  /** 已超过可撤销时间，请走售后 / The time to undo is over; please go through after-sales */
  | 'UNDO_WINDOW_OVER'
  /** 未使用的上传文件过多（最多 {most} 个），请稍后再试 / Too many uploaded files wait to be used (at most {most}); try again later */
  | 'UPLOADS_TOO_MANY'
  /** 上传的文件已失效，请重新上传 / The uploaded file is not there any more; upload it again */
  | 'UPLOAD_GONE'
  /** 文件未被接收，请重新上传 / The file was not accepted; upload it again */
  | 'UPLOAD_REFUSED'
  /** 合同有效期不正确 / The contract's validity is not right */
  | 'VALIDITY_INVALID'
  /** 记名卡不得设有效期，不记名卡有效期不得少于 3 年 / A registered card has no expiry; an anonymous one lasts at least 3 years */
  | 'VALIDITY_UNLAWFUL'
  /** 商品版本当前状态不能执行此操作 / The version's state does not allow this */
  | 'VERSION_STEP_IMPOSSIBLE'
  /** 每个列表最多保存 {most} 个视图 / At most {most} views can be saved for a list */
  | 'VIEWS_TOO_MANY'
  /** 这是他人共享的视图，只能由其本人或有共享权限的人修改 / Somebody else shares this view; only he or somebody who may share can change it */
  | 'VIEW_NOT_OWN'
  /** 该减免已结束 / This waiver has ended */
  | 'WAIVER_ENDED'
  /** 减免金额不能超过应缴保证金 {required_yuan} 元 / No more than the required {required_yuan} yuan can be waived */
  | 'WAIVER_EXCEEDS_DEPOSIT'
  /** 减免须在今天之后到期，且不超过一年 / A waiver ends after today and within a year */
  | 'WAIVER_INVALID'
  /** 该存管子钱包仍有余额或未完成的指令，不能关闭 / This custody wallet holds money or has instructions under way; it cannot be closed */
  | 'WALLET_BUSY'
  /** 该存管子钱包已结束，不能再划转资金 / This custody wallet has ended; no money moves through it any more */
  | 'WALLET_ENDED'
  /** 该存管子钱包已被冻结 / This custody wallet is frozen */
  | 'WALLET_FROZEN'
  /** 该存管子钱包未被冻结 / This custody wallet is not frozen */
  | 'WALLET_NOT_FROZEN'
  /** 该卡合约的存管比例已在销售时锁定，不能更改 / The shares of this card contract were fixed at the sale */
  | 'WALLET_TERMS_FIXED'
  /** 微信登录凭证无效或已使用，请重新授权 / WeChat's code is not valid or was used; authorise again */
  | 'WECHAT_CODE_INVALID'
  /** 核销金额超过未结金额 {open_yuan} 元 / Only ¥{open_yuan} are open */
  | 'WRITE_OFF_TOO_LARGE'
  /** 该权益不能在本店使用，可用范围：{allowed} / This cannot be used in this store; it is good in: {allowed} */
  | 'WRONG_STORE';

/** Whether a document carries the day it expires on (有效期). */
export type ExpiryRule =
  /** 无有效期: it does not expire */
  | 'NONE'
  /** 有效期选填: the day may be given */
  | 'OPTIONAL'
  /** 有效期必填: the day has to be given */
  | 'REQUIRED';

/** Format of an export. */
export type ExportFormat =
  /** CSV: plain text */
  | 'CSV'
  /** Excel: a workbook */
  | 'XLSX';

/** The platform to export. */
export type ExportPlatformTemplateInput = {
  /** The platform */
  templateId: string | number;
};

/** A field that has to be corrected. */
export type FieldProblemInput = {
  /** Why */
  code: ApplicationProblemCode;
  /** What to do, at least 5 characters */
  message: string;
  /** Where its value stands in the form's values */
  path: Array<string>;
};

/** Conditions on FormDefinition; all that are given must hold. */
export type FormDefinitionFilter = {
  /** All of these hold */
  and?: Array<FormDefinitionFilter> | null | undefined;
  /** By global id */
  id?: IdFilter | null | undefined;
  /** What the form is for */
  key?: StringFilter | null | undefined;
  /** Code of the merchant type */
  merchantType?: StringFilter | null | undefined;
  /** This does not hold */
  not?: FormDefinitionFilter | null | undefined;
  /** At least one of these holds */
  or?: Array<FormDefinitionFilter> | null | undefined;
  /** State */
  state?: DefinitionStateFilter | null | undefined;
};

/** How a form is laid out. */
export type FormLayout =
  /** 单列: one column */
  | 'SINGLE'
  /** 分步: a step for each section */
  | 'STEPS'
  /** 标签页: a tab for each section */
  | 'TABS'
  /** 双列: two columns */
  | 'TWO_COLUMN';

/** Conditions on a value of ID. */
export type IdFilter = {
  /** Equal to this value */
  eq?: string | number | null | undefined;
  /** Equal to one of these values */
  in?: Array<string | number> | null | undefined;
  /** Whether there is no value */
  isNull?: boolean | null | undefined;
};

/** A document that an existing platform becomes. */
export type ImportIntoPlatformTemplateInput = {
  /** Document in the export's format */
  document: unknown;
  /** Version that the editor started from */
  expectedVersion: number;
  /** Reason, for the checker and the audit trail */
  reason?: string | null | undefined;
  /** The platform */
  templateId: string | number;
};

/** A document that becomes a new platform. */
export type ImportPlatformTemplateInput = {
  /** Code in place of the document's own */
  code?: string | null | undefined;
  /** Document in the export's format */
  document: unknown;
};

/** Rules that the prepaid business of a type stands under (监管类别). */
export type LegalRegime =
  /** 单用途预付卡: single-purpose commercial prepaid cards */
  | 'SINGLE_PURPOSE_CARD'
  /** 体育健身: prepaid sports and fitness */
  | 'SPORTS_FITNESS'
  /** 校外培训: prepaid training outside school */
  | 'TRAINING';

/** Notices that were read. */
export type MarkNoticesReadInput = {
  /** Notices of the caller, at most 200 */
  ids: Array<string | number>;
};

/** A node's new place. */
export type MovePermissionNodeInput = {
  /** Version that the editor started from */
  expectedVersion: number;
  /** The node */
  nodeId: string | number;
  /** The node above; absent at the top */
  parentId?: string | number | null | undefined;
  /** Place among its siblings, from 0 */
  position: number;
  /** The platform */
  templateId: string | number;
};

/** How a notice looks. */
export type NoticeTone =
  /** 警示: something is wrong */
  | 'DANGER'
  /** 提示: something to know or to do */
  | 'INFO'
  /** 普通: nothing special */
  | 'NEUTRAL'
  /** 成功: something went well */
  | 'SUCCESS'
  /** 注意: something did not */
  | 'WARNING';

/** Query or mutation. */
export type OperationKind =
  /** 操作: changes something */
  | 'MUTATION'
  /** 查询: reads */
  | 'QUERY';

/** Why an order was closed (关闭原因). */
export type OrderCloseReason =
  /** 已取消: given up by the buyer or a cashier */
  | 'CANCELLED'
  /** 超时未付: not paid in time */
  | 'EXPIRED'
  /** 开卡失败: paid, but it could not be carried out; the money goes back */
  | 'OPENING_FAILED';

/** An order. */
export type OrderInput = {
  /** The order */
  orderId: string | number;
};

/** What is bought (订单类型). */
export type OrderKind =
  /** 卡消费: what was redeemed of a card */
  | 'CARD_CONSUMPTION'
  /** 首次开卡: a first card */
  | 'CARD_PURCHASE'
  /** 卡充值: on a card that is there */
  | 'CARD_RECHARGE'
  /** 单品: services without a card */
  | 'SINGLE_SERVICE';

/** Where the payment of an order stands (支付状态). */
export type OrderPaymentStatus =
  /** 已关闭: nobody is to pay it any more */
  | 'CLOSED'
  /** 已支付: paid and carried out */
  | 'PAID'
  /** 部分退款: some of it has gone back */
  | 'PARTLY_REFUNDED'
  /** 支付中: an offer to pay is open */
  | 'PAYING'
  /** 已退款: all of it has gone back */
  | 'REFUNDED'
  /** 未支付: waits to be paid */
  | 'UNPAID';

/** Kind of a page (页面类型). */
export type PageKind =
  /** 定制页: a hand-written page */
  | 'CUSTOM'
  /** 看板: figures and charts */
  | 'DASHBOARD'
  /** 详情页: a record */
  | 'DETAIL'
  /** 表单页: a form */
  | 'FORM'
  /** 列表页: a list */
  | 'LIST';

/** Conditions on PageOverlay; all that are given must hold. */
export type PageOverlayFilter = {
  /** All of these hold */
  and?: Array<PageOverlayFilter> | null | undefined;
  /** By global id */
  id?: IdFilter | null | undefined;
  /** Code of the merchant type */
  merchantType?: StringFilter | null | undefined;
  /** This does not hold */
  not?: PageOverlayFilter | null | undefined;
  /** At least one of these holds */
  or?: Array<PageOverlayFilter> | null | undefined;
  /** Key of the page; `app` for the shell */
  pageKey?: StringFilter | null | undefined;
  /** State */
  state?: DefinitionStateFilter | null | undefined;
  /** Code of the platform */
  templateCode?: StringFilter | null | undefined;
};

/** What stands at an address. */
export type PageStanding =
  /** 无权限: a page that the caller may not open */
  | 'CLOSED'
  /** 可访问: a page that the caller may open */
  | 'OPEN'
  /** 不存在: no page */
  | 'UNKNOWN';

/** What a text has to be (格式). Both sides know these by name; no expression travels. */
export type PatternName =
  /** 银行卡号: a card number with its check digit */
  | 'BANK_CARD'
  /** 身份证号: an identity number with its check digit (GB 11643) */
  | 'CN_ID_CARD'
  /** 手机号: a mobile number of mainland China */
  | 'CN_MOBILE'
  /** 电子邮箱: an e-mail address */
  | 'EMAIL'
  /** 营业执照注册号: a licence number of 15 digits (GS 15) */
  | 'OLD_LICENCE'
  /** 组织机构代码: an organisation code with its check digit (GB 11714) */
  | 'ORG_CODE'
  /** 邮政编码: six digits */
  | 'POSTCODE'
  /** 链接: an http or https address */
  | 'URL'
  /** 统一社会信用代码: a unified social credit code (GB 32100) */
  | 'USCC'
  /** 小程序 APPID: wx and 16 hexadecimal digits */
  | 'WECHAT_APPID';

/** State of a payment (支付状态). */
export type PaymentState =
  /** 已支付: the money has come */
  | 'CAPTURED'
  /** 已关闭: nobody is to pay it any more */
  | 'CLOSED'
  /** 发起失败: the provider refused it */
  | 'FAILED'
  /** 部分退款: some of it has gone back */
  | 'PARTLY_REFUNDED'
  /** 待支付: the payer can pay */
  | 'READY'
  /** 已退款: all of it has gone back */
  | 'REFUNDED'
  /** 待发起: the provider does not have it yet */
  | 'REQUESTED';

/** What a merchant's state may close (状态闸). */
export type PermissionGate =
  /** 售后: closed only with the merchant */
  | 'AFTER_SALES'
  /** 核销: closed by a fraud hold */
  | 'REDEMPTION'
  /** 销售: closed by a suspension and a fraud hold */
  | 'SALES';

/** What a permission node stands for (节点类型). */
export type PermissionNodeKind =
  /** 操作: something that can be done */
  | 'ACTION'
  /** 数据: rows that are hidden without it */
  | 'DATA'
  /** 字段: a value that is hidden without it */
  | 'FIELD'
  /** 菜单: a group of pages */
  | 'MENU'
  /** 页面: a page and what it reads */
  | 'PAGE';

/** Side that a column stays at. */
export type Pin =
  /** 左: left */
  | 'LEFT'
  /** 右: right */
  | 'RIGHT';

/** An order that a cashier places for whom stands at the counter. */
export type PlaceCounterOrderInput = {
  /** `textSha256` of the agreement that the buyer has read and accepts; a card needs it */
  agreementHash?: string | null | undefined;
  /** What a card pays of it */
  balance?: CardBalanceInput | null | undefined;
  /** Card to recharge, of several */
  cardId?: string | number | null | undefined;
  /** What the buyer was shown by `orderQuote` */
  expectedTotalFen: number;
  /** His identity number, where it is needed */
  idCard?: string | null | undefined;
  /** One key for one intention, stored by the client before it is sent */
  idempotencyKey: string | number;
  /** One package, or services */
  items: Array<CartItemInput>;
  /** Merchant; absent: the caller's own */
  merchantId?: string | number | null | undefined;
  /** The buyer's mobile number */
  phone: string;
  /** The buyer's name, as on his card */
  realName?: string | null | undefined;
  /** Who sells; absent: the cashier, if he is one of the salespeople */
  salespersonId?: string | number | null | undefined;
  /** Store that sells */
  storeId: string | number;
};

/** Whose data a template's members see. */
export type PlatformAudience =
  /** 行内: the bank's own staff */
  | 'BANK'
  /** 消费者: users of the mini-program */
  | 'CONSUMER'
  /** 商户: staff of merchants and operators */
  | 'MERCHANT';

/** Whether a platform is in use. */
export type PlatformStatus =
  /** 使用中: in use */
  | 'ACTIVE'
  /** 已停用: closed for its members */
  | 'RETIRED';

/** What the consumer showed: a code, a card number with its PIN, or an order number. */
export type PrepareRedemptionInput = {
  /** Number of a card */
  cardNumber?: string | null | undefined;
  /** Scanned, or the eight digits */
  code?: string | null | undefined;
  /** Merchant; absent: the caller's own */
  merchantId?: string | number | null | undefined;
  /** Number of a paid order of services */
  orderNumber?: string | null | undefined;
  /** PIN of the card */
  pin?: string | null | undefined;
  /** Store of the counter */
  storeId: string | number;
};

/** Whose configuration is looked at. */
export type PreviewInput = {
  /** Code of a merchant type */
  merchantType?: string | null | undefined;
  /** Roles of the template; without them as if everything were granted */
  roles?: Array<string | number> | null | undefined;
  /** Code of the platform template */
  template: string;
};

/** What can be sold or controlled (商品种类). */
export type ProductKind =
  /** 卡类型: a type of card */
  | 'CARD_TYPE'
  /** 综合商品: what is sold for a card type */
  | 'PACKAGE'
  /** 单品: one service with a unit price */
  | 'SERVICE';

/** The node to remove. */
export type PrunePermissionNodeInput = {
  /** Version that the editor started from */
  expectedVersion: number;
  /** The node */
  nodeId: string | number;
  /** Reason, at least 5 characters */
  reason: string;
  /** The platform */
  templateId: string | number;
};

/** A form to be put in force. */
export type PublishFormInput = {
  /** Its revision, as it was shown */
  expectedRevision?: number | null | undefined;
  /** The draft */
  formId: string | number;
};

/** An overlay to be put in force. */
export type PublishOverlayInput = {
  /** Its revision, as it was shown */
  expectedRevision?: number | null | undefined;
  /** The draft */
  overlayId: string | number;
};

/** All of the items are redeemed, or none. */
export type RedeemInput = {
  /** Lesson that it is for */
  classSessionId?: string | number | null | undefined;
  /** One key for one intention, stored by the client before it is sent */
  idempotencyKey: string | number;
  /** What is redeemed */
  items: Array<RedeemItemInput>;
  /** Merchant; absent: the caller's own */
  merchantId?: string | number | null | undefined;
  /** What `prepareRedemption` answered instead */
  session?: string | null | undefined;
  /** Store of the counter */
  storeId: string | number;
  /** The code that was scanned or typed */
  token?: string | null | undefined;
};

/** One entitlement that is redeemed. */
export type RedeemItemInput = {
  /** Of stored value: how much */
  amountFen?: number | null | undefined;
  /** Card */
  cardId?: string | number | null | undefined;
  /** From this lot alone */
  lotId?: string | number | null | undefined;
  /** Line of a paid order of services */
  orderLineId?: string | number | null | undefined;
  /** Salesperson who performs it */
  performerId?: string | number | null | undefined;
  /** Uses; a visit within a period is one */
  quantity?: number;
  /** Service; stored value may name none */
  serviceId?: string | number | null | undefined;
  /** What is used of a card */
  unit?: CardLotUnit;
};

/** Where a redemption stands (核销状态). */
export type RedemptionStatus =
  /** 待结算: within the dispute window */
  | 'PENDING'
  /** 已结算: the merchant's */
  | 'SETTLED'
  /** 已撤销: it never was */
  | 'UNDONE';

/** A merchant without a mini-program. */
export type RegisterAppidInput = {
  /** One key for one intention */
  idempotencyKey: string | number;
  /** Merchant; absent: the caller's own */
  merchantId?: string | number | null | undefined;
};

/** An application with fields to correct. */
export type RejectApplicationInput = {
  /** The application */
  applicationId: string | number;
  /** At least one */
  problems: Array<FieldProblemInput>;
  /** Remark on the whole */
  reason?: string | null | undefined;
};

/** A platform's names and limits. */
export type RenamePlatformTemplateInput = {
  /** Version that the editor started from */
  expectedVersion: number;
  /** Minutes after which an idle session ends, 1 to 60 */
  idleMinutes: number;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** The platform */
  templateId: string | number;
};

/** Whose password is forgotten. */
export type RequestPasswordResetInput = {
  /** Mobile number or e-mail address */
  login: string;
};

/** Who wants an account. */
export type RequestSignUpInput = {
  /** Mobile number or e-mail address */
  login: string;
};

/** A new password against the code that was sent. */
export type ResetPasswordInput = {
  /** Eight digits, good for 15 minutes */
  code: string;
  /** Mobile number or e-mail address that the code was sent to */
  login: string;
  /** At least 12 characters */
  newPassword: string;
};

/** The platform to close. */
export type RetirePlatformTemplateInput = {
  /** Version that the editor started from */
  expectedVersion: number;
  /** Reason, at least 5 characters */
  reason: string;
  /** The platform */
  templateId: string | number;
};

/** The masked value to be shown. */
export type RevealFieldInput = {
  /** Its field, e.g. phone */
  field: string;
  /** The object */
  id: string | number;
  /** Reason, at least 5 characters */
  reason: string;
};

/** A session to end. */
export type RevokeSessionInput = {
  /** One of `mySessions` */
  sessionId: string | number;
};

/** What a rule does (控销方向). */
export type SalesControlEffect =
  /** 允许: Allow */
  | 'ALLOW'
  /** 禁止: Deny */
  | 'DENY';

/** Why something may be sold or not (判定依据). */
export type SalesControlGround =
  /** 允许销售: Allowed */
  | 'ALLOWED'
  /** 禁止销售: Denied */
  | 'DENIED'
  /** 仅限其他地点: Elsewhere only */
  | 'ELSEWHERE'
  /** 限量售罄: Quota used up */
  | 'SOLD_OUT'
  /** 店铺未营业: Store not open */
  | 'STORE_NOT_SELLING'
  /** 未设控销: Not controlled */
  | 'UNCONTROLLED';

/** What a rule names as its place (控销范围). */
export type SalesControlPlace =
  /** 全部店铺: All stores */
  | 'ALL_STORES'
  /** 区域及下级: Region and below */
  | 'REGION'
  /** 区域层级: Region level */
  | 'REGION_LEVEL'
  /** 店铺: Store */
  | 'STORE'
  /** 店铺类型: Store type */
  | 'STORE_TYPE';

/** An application as far as it is filled in. */
export type SaveApplicationInput = {
  /** The application */
  applicationId: string | number;
  /** Revision that one started from */
  expectedRevision?: number | null | undefined;
  /** By the form; a masked value that is sent back stays as it is */
  values: unknown;
};

/** A form to be kept as a draft. */
export type SaveFormInput = {
  /** The form */
  definition: unknown;
  /** Revision of the draft that the editor started from; absent for a new one */
  expectedRevision?: number | null | undefined;
  /** What the form is for, e.g. `onboarding` */
  key: string;
  /** Code of the merchant type; absent: all */
  merchantType?: string | null | undefined;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
};

/** What a platform, or a merchant type in it, changes of a page. */
export type SaveOverlayInput = {
  /** Revision of the draft that the editor started from; absent for a new one */
  expectedRevision?: number | null | undefined;
  /** Code of the merchant type; absent: all */
  merchantType?: string | null | undefined;
  /** Key of the page; `app` for the shell */
  pageKey: string | number;
  /** The changes: `{"ops": […]}` */
  patch: unknown;
  /** Code of the platform */
  templateCode: string;
};

/** A permission node. */
export type SavePermissionNodeInput = {
  /** Code: a-z, 0-9, _ and dots */
  code: string;
  /** Version that the editor started from */
  expectedVersion: number;
  /** Feature that a merchant needs for it */
  feature?: string | null | undefined;
  /** What a merchant's state may close */
  gate?: PermissionGate | null | undefined;
  /** What it stands for */
  kind: PermissionNodeKind;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** The node to change; absent for a new one */
  nodeId?: string | number | null | undefined;
  /** Node above a new one; absent at the top */
  parentId?: string | number | null | undefined;
  /** The platform */
  templateId: string | number;
};

/** What a role gains and loses. */
export type SaveRoleGrantsInput = {
  /** Nodes that it gains; those above come along */
  add: Array<string | number>;
  /** Version that the editor started from */
  expectedVersion: number;
  /** Reason, for the checker and the audit trail */
  reason?: string | null | undefined;
  /** Nodes that it loses, with all below them */
  remove: Array<string | number>;
  /** The role */
  roleId: string | number;
};

/** A setting to be kept. */
export type SaveSettingInput = {
  /** Name of the setting, e.g. `columns.members` */
  key: string;
  /** Its value, at most 16 kB; null forgets it */
  value?: unknown;
};

/** A view to be kept. */
export type SaveViewInput = {
  /** The view to change; absent for a new one */
  id?: string | number | null | undefined;
  /** What it is called */
  label: string;
  /** Key of the list page */
  pageKey: string | number;
  /** Query string of the page's address, at most 4,000 characters */
  query: string;
  /** Whether the whole tenant sees it */
  shared?: boolean;
};

/** Data scope (数据范围) of a membership. */
export type ScopeKind =
  /** 全行: everything */
  | 'BANK_ALL'
  /** 指定商户: a list of merchants */
  | 'CUSTOM'
  /** 本商户: one merchant as a whole */
  | 'MERCHANT'
  /** 运营方: all merchants of an operator */
  | 'OPERATOR'
  /** 区域及下级: the stores of regions and of those below them */
  | 'REGION_SUBTREE'
  /** 本人: only what is one's own */
  | 'SELF'
  /** 指定店铺: some stores of a merchant */
  | 'STORE';

/** Kind of a seal (印章种类). */
export type SealKind =
  /** 合同专用章: contract seal */
  | 'CONTRACT'
  /** 财务专用章: finance seal */
  | 'FINANCE'
  /** 法定代表人章: seal of the legal representative */
  | 'LEGAL_REPRESENTATIVE'
  /** 公章: official seal */
  | 'OFFICIAL';

/** Whether signing in to a platform takes a second factor. */
export type SecondFactorPolicy =
  /** 可选: asked for when enrolled */
  | 'OPTIONAL'
  /** 必须: always asked for */
  | 'REQUIRED';

/** Kind of a section of a record's page. */
export type SectionKind =
  /** 定制: a hand-written part */
  | 'CUSTOM'
  /** 属性: values with their labels */
  | 'DESCRIPTIONS'
  /** 文件: files */
  | 'FILES'
  /** 关联列表: a list page of records that belong to this one */
  | 'RELATED_LIST'
  /** 进度: the states that a record goes through */
  | 'STEPS';

/** What a service is counted by (计量单位). */
export type ServiceUnit =
  /** 小时: one hour */
  | 'HOUR'
  /** 课时: one lesson */
  | 'LESSON'
  /** 件: one piece */
  | 'PIECE'
  /** 次: one visit */
  | 'VISIT';

/** How the secret travels: in a cookie (admin) or as a bearer token with refresh (mini-program, programs). */
export type SessionKind =
  /** 令牌: a short access token with a refresh token, for programs and the mini-program */
  | 'BEARER'
  /** 浏览器: the secret travels in a cookie that scripts cannot read */
  | 'COOKIE';

/** A PIN for a locked screen. */
export type SetPinInput = {
  /** Password of the account */
  password: string;
  /** Four to six digits, neither repeated nor in a row */
  pin: string;
};

/** The yes of a party's person to the bytes that he was shown. */
export type SignContractInput = {
  /** Contract */
  contractId: string | number;
  /** SHA-256 of the document that was read, in hex: Contract.documentSha256 */
  documentSha256: string;
  /** Seal of the caller's own side */
  sealId: string | number;
};

/** Who signs in, and how the session is kept. */
export type SignInInput = {
  /** How the session's secret travels */
  kind?: SessionKind;
  /** Mobile number or e-mail address */
  login: string;
  /** Where to act; without it where the last session did */
  membershipId?: string | number | null | undefined;
  /** Password */
  password: string;
  /** Preferred platform, by its code */
  template?: string | null | undefined;
};

/** What comes next. */
export type SignInStep =
  /** 待验证动态口令: call `verifySecondFactor` with the ticket */
  | 'SECOND_FACTOR'
  /** 待绑定动态口令: there is a session in which only enrolling is possible */
  | 'SECOND_FACTOR_ENROLMENT'
  /** 已登录: there is a session */
  | 'SIGNED_IN';

/** A new account against the code that was sent. */
export type SignUpInput = {
  /** Eight digits, good for 15 minutes */
  code: string;
  /** Name of the person */
  displayName: string;
  /** How the session's secret travels */
  kind?: SessionKind;
  /** Mobile number or e-mail address that the code was sent to */
  login: string;
  /** At least 12 characters */
  password: string;
};

/** State of a signature (签署状态): asked for by a person, then made by the signing service. */
export type SignatureState =
  /** 已签署: in the file */
  | 'APPLIED'
  /** 签署失败: could not be made */
  | 'FAILED'
  /** 签署处理中: agreed to, being made */
  | 'PENDING';

/** When a package can be bought (销售场景). */
export type SoldAs =
  /** 开卡与充值: either */
  | 'BOTH'
  /** 仅开卡: only when a card is opened */
  | 'OPENING'
  /** 仅充值: only as a recharge */
  | 'RECHARGE';

/** A merchant that does not exist yet. */
export type StartApplicationInput = {
  /** What to call it until the form says */
  companyName?: string;
  /** One key for one intention */
  idempotencyKey: string | number;
  /** Merchant type; it may be chosen later */
  typeCode?: string | null | undefined;
};

/** A file that is to be uploaded. */
export type StartUploadInput = {
  /** Media type of the file; its contents are compared with it */
  contentType: string;
  /** Name of the file, with its extension */
  name: string;
  /** What it is for: decides which kinds and sizes are taken */
  purpose: string;
  /** Its size in bytes, exactly */
  size: number;
};

/** Which way is good. */
export type StatTrend =
  /** 越低越好: less is better */
  | 'DOWN'
  /** 中性: neither */
  | 'NEITHER'
  /** 越高越好: more is better */
  | 'UP';

/** Proof that it is still the same person: `code`, or else `password`. */
export type StepUpInput = {
  /** Six digits of the authenticator */
  code?: string | null | undefined;
  /** Password */
  password?: string | null | undefined;
};

/** State of a store (店铺状态). */
export type StoreStatus =
  /** 已关闭: closed for good */
  | 'CLOSED'
  /** 营业: sells and redeems */
  | 'OPEN'
  /** 筹备中: not open yet */
  | 'OPENING'
  /** 已搬迁: sells and redeems at its new address; cards may be refunded */
  | 'RELOCATED';

/** Who runs it, or where it is (店铺类型). */
export type StoreType =
  /** 直营: run by the merchant itself */
  | 'DIRECT'
  /** 加盟: run by somebody else under its name */
  | 'FRANCHISE'
  /** 线上: stands for self-service sales */
  | 'ONLINE';

/** Conditions on a value of String. */
export type StringFilter = {
  /** Contains this text, in any case */
  contains?: string | null | undefined;
  /** Equal to this value */
  eq?: string | null | undefined;
  /** Equal to one of these values */
  in?: Array<string> | null | undefined;
  /** Whether there is no value */
  isNull?: boolean | null | undefined;
};

/** An application. */
export type SubmitApplicationInput = {
  /** The application */
  applicationId: string | number;
  /** Revision that one has seen */
  expectedRevision?: number | null | undefined;
};

/** Where to go on. */
export type SwitchMembershipInput = {
  /** One of `me.account.memberships` */
  membershipId: string | number;
};

/** Where a task stands. */
export type TaskState =
  /** 已取消: not wanted any more */
  | 'CANCELLED'
  /** 已完成: done */
  | 'DONE'
  /** 失败: came to nothing */
  | 'FAILED'
  /** 排队中: not begun */
  | 'QUEUED'
  /** 进行中: being done */
  | 'RUNNING';

/** What a test asks of a field (条件运算). */
export type TestOp =
  /** 为空: nothing was given */
  | 'EMPTY'
  /** 等于: the value, or for several values the same set */
  | 'EQ'
  /** 大于: after the value in the order of its kind */
  | 'GT'
  /** 大于等于: the value or after it */
  | 'GTE'
  /** 属于: any of the values */
  | 'IN'
  /** 小于: before the value */
  | 'LT'
  /** 小于等于: the value or before it */
  | 'LTE'
  /** 不等于: not EQ */
  | 'NE'
  /** 不为空: something was given */
  | 'NOT_EMPTY'
  /** 不属于: none of the values */
  | 'NOT_IN';

/** What a value or an action signals. */
export type Tone =
  /** 危险: wrong, or not to be undone */
  | 'DANGER'
  /** 提示: under way */
  | 'INFO'
  /** 默认: nothing in particular */
  | 'NEUTRAL'
  /** 成功: as it should be */
  | 'SUCCESS'
  /** 警告: needs attention */
  | 'WARNING';

/** A code of the authenticator. */
export type TotpCodeInput = {
  /** Six digits */
  code: string;
};

/** A redemption that should not have been. */
export type UndoRedemptionInput = {
  /** One key for one intention, stored by the client before it is sent */
  idempotencyKey: string | number;
  /** Why */
  reason: string;
  /** The redemption */
  redemptionId: string | number;
};

/** The PIN of a locked screen. */
export type UnlockScreenInput = {
  /** PIN of the account */
  pin: string;
};

/** A role's names. */
export type UpdateRoleInput = {
  /** What it is for, in Chinese */
  description?: string | null | undefined;
  /** What it is for, in English */
  descriptionEn?: string | null | undefined;
  /** Version that the editor started from */
  expectedVersion: number;
  /** English name */
  nameEn: string;
  /** Chinese name */
  nameZh: string;
  /** The role */
  roleId: string | number;
};

/** Kind of a value (值类型): how it travels, how it is shown and how conditions read it. */
export type ValueKind =
  /** 是/否: yes or no */
  | 'BOOLEAN'
  /** 日期: a legal day in Asia/Shanghai */
  | 'DATE'
  /** 时间: an instant, shown in Asia/Shanghai */
  | 'DATETIME'
  /** 日期范围: two days, both included */
  | 'DATE_RANGE'
  /** 小数: a decimal number, as text */
  | 'DECIMAL'
  /** 证照: files with number and expiry */
  | 'DOCUMENT'
  /** 枚举: one value of a dictionary */
  | 'ENUM'
  /** 金额: an amount in fen, shown in yuan */
  | 'FEN'
  /** 文件: uploaded files */
  | 'FILE'
  /** 图片: uploaded images */
  | 'IMAGE'
  /** 整数: a whole number */
  | 'INTEGER'
  /** 结构: a list of objects, or any JSON value */
  | 'JSON'
  /** 多行文本: a text of several lines */
  | 'LONG_TEXT'
  /** 百分比: a rate in basis points, shown in percent */
  | 'PERCENT'
  /** 手机号: a mobile number */
  | 'PHONE'
  /** 引用: a record that is picked */
  | 'REFERENCE'
  /** 行政区划: an administrative division, by its code of GB/T 2260 */
  | 'REGION'
  /** 多选: several values */
  | 'TAGS'
  /** 文本: a short text */
  | 'TEXT'
  /** 链接: an address on the web */
  | 'URL';

/** A document that is to be verified. */
export type VerifyDocumentInput = {
  /** Token of the uploaded PDF (purpose document_to_verify) */
  document: string;
};

/** The second step of signing in: `code` or `recoveryCode`. */
export type VerifySecondFactorInput = {
  /** Six digits of the authenticator */
  code?: string | null | undefined;
  /** A recovery code in its place */
  recoveryCode?: string | null | undefined;
  /** Ticket of the first step, good for five minutes */
  ticket: string;
};

/** Kind of a widget. */
export type WidgetKind =
  /** 柱状图: bars */
  | 'BAR'
  /** 折线图: lines */
  | 'LINE'
  /** 饼图: slices */
  | 'PIE'
  /** 指标: one figure */
  | 'STAT'
  /** 表格: a short table */
  | 'TABLE'
  /** 待办: things to do */
  | 'TODO';

/** A form to be taken out of force, or a draft to be thrown away. */
export type WithdrawFormInput = {
  /** The form */
  formId: string | number;
};

/** An overlay to be taken out of force, or a draft to be thrown away. */
export type WithdrawOverlayInput = {
  /** The overlay */
  overlayId: string | number;
};

/** What became of some words (文字变化). */
export type WordChange =
  /** 新增: only in the later one */
  | 'ADDED'
  /** 删除: only in the earlier one */
  | 'REMOVED'
  /** 未变: in both */
  | 'SAME';

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, kind: SessionKind, current: boolean, device: string | null, address: string | null, placeName: string | null, createdAt: string, lastSeenAt: string, expiresAt: string, locked: boolean }> };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions: { ended: number | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SetPinMutationVariables = Exact<{
  input: SetPinInput;
}>;


export type SetPinMutation = { setPin: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type EnrollTotpMutationVariables = Exact<{ [key: string]: never; }>;


export type EnrollTotpMutation = { enrollTotp: { secret: string | null, address: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ConfirmTotpMutationVariables = Exact<{
  input: TotpCodeInput;
}>;


export type ConfirmTotpMutation = { confirmTotp: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DisableTotpMutationVariables = Exact<{
  input: DisableTotpInput;
}>;


export type DisableTotpMutation = { disableTotp: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RegenerateRecoveryCodesMutationVariables = Exact<{
  input: TotpCodeInput;
}>;


export type RegenerateRecoveryCodesMutation = { regenerateRecoveryCodes: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SignedEvidenceFragment = { id: string, party: ContractParty, state: SignatureState, signerName: string, at: string, address: string | null, device: string | null, statement: string, documentSha256: string, signedAt: string | null, certificateSerial: string | null, resultSha256: string | null, byApproval: boolean, failure: string | null };

export type ContractToReadQueryVariables = Exact<{
  id: string | number;
}>;


export type ContractToReadQuery = { contract: { id: string, number: string, title: string, scene: ContractScene, state: ContractState, waitsFor: ContractParty | null, validFrom: string, validTo: string | null, signBy: string, templateName: string, templateVersion: number, contentSha256: string | null, documentSha256: string | null, parties: unknown, text: unknown, parameterTable: unknown, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }>, signatures: Array<{ id: string, party: ContractParty, state: SignatureState, signerName: string, at: string, address: string | null, device: string | null, statement: string, documentSha256: string, signedAt: string | null, certificateSerial: string | null, resultSha256: string | null, byApproval: boolean, failure: string | null }> } | null };

export type SealsToSignWithQueryVariables = Exact<{ [key: string]: never; }>;


export type SealsToSignWithQuery = { seals: { nodes: Array<{ id: string, name: string, kind: SealKind, holderName: string, validTo: string | null, usableByMe: boolean, merchant: { id: string } | null }> } | null };

export type SignContractMutationVariables = Exact<{
  input: SignContractInput;
}>;


export type SignContractMutation = { signContract: { signature: { id: string } | null, changeRequest: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DeclineContractMutationVariables = Exact<{
  input: ContractReasonInput;
}>;


export type DeclineContractMutation = { declineContract: { contract: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DownloadContractMutationVariables = Exact<{
  input: DownloadContractInput;
}>;


export type DownloadContractMutation = { downloadContract: { url: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type VerifyDocumentMutationVariables = Exact<{
  input: VerifyDocumentInput;
}>;


export type VerifyDocumentMutation = { verifyDocument: { verdict: DocumentVerdict | null, alterations: Array<DocumentAlteration> | null, sha256: string | null, contract: { id: string, number: string, title: string, state: ContractState, templateName: string, templateVersion: number, validFrom: string, validTo: string | null } | null, signatures: Array<{ signer: string, signedAt: string | null, intact: boolean, trusted: boolean, changedSince: boolean, known: boolean }> | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type VersionsToCompareQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionsToCompareQuery = { contractTemplateVersion: { id: string, version: number, template: { id: string, name: string, versions: { nodes: Array<{ id: string, version: number, state: ContractTemplateState }> } } | null } | null };

export type TemplateComparisonQueryVariables = Exact<{
  before: string | number;
  after: string | number;
}>;


export type TemplateComparisonQuery = { contractTemplateComparison: { beforeVersion: number, afterVersion: number, typesAdded: Array<string>, typesRemoved: Array<string>, clauses: Array<{ key: string, title: string, change: ClauseChange, words: Array<{ change: WordChange, text: string }> }>, parameters: Array<{ name: string, label: string, before: string, after: string }> } | null };

export type CounterStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type CounterStoresQuery = { stores: { nodes: Array<{ id: string, name: string, openNow: boolean, opens: string | null, closes: string | null, merchant: { id: string, name: string } | null }> } | null };

export type CounterRedemptionFragment = { id: string, number: string, status: RedemptionStatus, holder: string, merchantName: string, storeName: string, cashierName: string | null, redeemedAt: string, undoUntil: string, undoReason: string | null, items: Array<{ id: string, name: string, unit: CardLotUnit, quantity: number, unitsLeft: number, cardNumber: string | null, orderNumber: string | null }>, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }> };

export type CounterDayQueryVariables = Exact<{
  store: string | number;
  day: string;
}>;


export type CounterDayQuery = { redemptions: { totalCount: number, nodes: Array<{ id: string, number: string, status: RedemptionStatus, holder: string, merchantName: string, storeName: string, cashierName: string | null, redeemedAt: string, undoUntil: string, undoReason: string | null, items: Array<{ id: string, name: string, unit: CardLotUnit, quantity: number, unitsLeft: number, cardNumber: string | null, orderNumber: string | null }>, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }> }> } | null };

export type CounterClassesQueryVariables = Exact<{
  store: string | number;
  day: string;
}>;


export type CounterClassesQuery = { classSessions: { nodes: Array<{ id: string, starts: string, ends: string, status: ClassSessionStatus, cancelReason: string | null, teacherName: string, attended: number, attendedCards: Array<string>, enrolled: number, timetableClass: { name: string, capacity: number, service: { id: string, name: string } | null } | null, roster: Array<{ id: string, card: { number: string, holderName: string | null } | null }> }> } | null };

export type PrepareRedemptionMutationVariables = Exact<{
  input: PrepareRedemptionInput;
}>;


export type PrepareRedemptionMutation = { prepareRedemption: { prepared: { session: string, expiresAt: string, holder: string, cards: Array<{ cardId: string, number: string, typeName: string, refusal: { code: string, message: string } | null, entries: Array<{ key: string, unit: CardLotUnit, serviceId: string | null, name: string | null, available: number, valueFen: number, expiresAt: string | null }> }>, services: Array<{ orderLineId: string, orderNumber: string, serviceId: string, name: string, available: number, valueFen: number, refusal: { code: string, message: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RedeemMutationVariables = Exact<{
  input: RedeemInput;
}>;


export type RedeemMutation = { redeem: { redemption: { id: string, number: string, status: RedemptionStatus, holder: string, merchantName: string, storeName: string, cashierName: string | null, redeemedAt: string, undoUntil: string, undoReason: string | null, items: Array<{ id: string, name: string, unit: CardLotUnit, quantity: number, unitsLeft: number, cardNumber: string | null, orderNumber: string | null }>, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }> } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type UndoRedemptionMutationVariables = Exact<{
  input: UndoRedemptionInput;
}>;


export type UndoRedemptionMutation = { undoRedemption: { redemption: { id: string, number: string, status: RedemptionStatus, holder: string, merchantName: string, storeName: string, cashierName: string | null, redeemedAt: string, undoUntil: string, undoReason: string | null, items: Array<{ id: string, name: string, unit: CardLotUnit, quantity: number, unitsLeft: number, cardNumber: string | null, orderNumber: string | null }>, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }> } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type MistakeFragment = { place: string, message: string };

export type OverlayVersionFragment = { id: string, state: DefinitionState, version: number, revision: number, patch: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null };

export type FormVersionFragment = { id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null };

export type EditorPlatformsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditorPlatformsQuery = { myPlatforms: Array<{ id: string, code: string, name: string, audience: PlatformAudience }> | null };

export type EditorRolesQueryVariables = Exact<{
  template: string | number;
}>;


export type EditorRolesQuery = { roles: { nodes: Array<{ id: string, name: string }> } | null };

export type EditablePagesQueryVariables = Exact<{
  templateCode: string;
  merchantType?: string | null | undefined;
}>;


export type EditablePagesQuery = { editablePages: Array<{ key: string, title: string | null, path: string | null, kind: PageKind | null, menu: string | null, draftVersion: number | null, publishedVersion: number | null }> };

export type PageDefinitionQueryVariables = Exact<{
  key: string | number;
  templateCode: string;
  merchantType?: string | null | undefined;
}>;


export type PageDefinitionQuery = { pageDefinition: { definition: unknown, paths: Array<{ path: string, kinds: Array<ValueKind>, description: string }> } };

export type OverlayVersionsQueryVariables = Exact<{
  filter: PageOverlayFilter;
}>;


export type OverlayVersionsQuery = { pageOverlays: { nodes: Array<{ id: string, state: DefinitionState, version: number, revision: number, patch: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null }> } | null };

export type PreviewPageQueryVariables = Exact<{
  key: string | number;
  patch: unknown;
  templateCode: string;
  merchantType?: string | null | undefined;
  roles?: Array<string | number> | string | number | null | undefined;
}>;


export type PreviewPageQuery = { previewPage: { definition: unknown, page:
      | { __typename: 'CustomPage', component: CustomComponent, props: unknown, key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
      | { __typename: 'DashboardPage', key: string, path: string, title: string, revision: string, controls: Array<
          | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        >, widgets: Array<{ key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
      | { __typename: 'DetailPage', key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, header: { titlePath: string, subtitlePath: string | null, statusPath: string | null, statusDictionary: string | null, titleDictionary: string | null }, sections: Array<{ key: string, title: string, kind: SectionKind, list: string | null, component: CustomComponent | null, lazy: boolean, items: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
              | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, timeline: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
      | { __typename: 'FormPage', key: string, path: string, title: string, revision: string, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
            | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, onSuccess: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
      | { __typename: 'ListPage', rowKey: string, pageSizes: Array<number>, rowLink: string | null, refreshSeconds: number | null, key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }>, filters: Array<
          | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        >, quickSearch: { placeholder: string } | null, defaultOrder: Array<{ key: string, descending: boolean }>, presets: Array<{ key: string, label: string, query: string, count: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
              | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
              | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, export: { formats: Array<ExportFormat>, maxRows: number, start: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } } | null, empty: { title: string, body: string | null, actionKey: string | null } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
     | null, navigation: Array<{ key: string, parentKey: string | null, label: string, icon: string | null, order: number, pageKey: string | null, href: string | null, badge: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }> | null, mistakes: Array<{ place: string, message: string }> } };

export type SaveOverlayMutationVariables = Exact<{
  input: SaveOverlayInput;
}>;


export type SaveOverlayMutation = { saveOverlay: { overlay: { id: string, state: DefinitionState, version: number, revision: number, patch: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type PublishOverlayMutationVariables = Exact<{
  input: PublishOverlayInput;
}>;


export type PublishOverlayMutation = { publishOverlay: { overlay: { id: string, state: DefinitionState, version: number, revision: number, patch: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type WithdrawOverlayMutationVariables = Exact<{
  input: WithdrawOverlayInput;
}>;


export type WithdrawOverlayMutation = { withdrawOverlay: { overlay: { id: string, state: DefinitionState, version: number, revision: number, patch: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DesignedFormQueryVariables = Exact<{
  id: string | number;
}>;


export type DesignedFormQuery = { formDefinition: { id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null };

export type FormVersionsQueryVariables = Exact<{
  filter: FormDefinitionFilter;
}>;


export type FormVersionsQuery = { formDefinitions: { nodes: Array<{ id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null }> } | null };

export type FormMaterialsQueryVariables = Exact<{ [key: string]: never; }>;


export type FormMaterialsQuery = { formMaterials: { targets: Array<{ name: string, label: string }>, purposes: Array<{ code: string, label: string, accept: Array<string>, maxBytes: number }> } };

export type PreviewFormQueryVariables = Exact<{
  definition: unknown;
}>;


export type PreviewFormQuery = { previewForm: { jsonSchema: unknown, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, mistakes: Array<{ place: string, message: string }> } };

export type TryFormQueryVariables = Exact<{
  definition: unknown;
  values: unknown;
}>;


export type TryFormQuery = { tryForm: Array<{ path: Array<string>, code: string, message: string }> };

export type SaveFormMutationVariables = Exact<{
  input: SaveFormInput;
}>;


export type SaveFormMutation = { saveForm: { form: { id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type PublishFormMutationVariables = Exact<{
  input: PublishFormInput;
}>;


export type PublishFormMutation = { publishForm: { form: { id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type WithdrawFormMutationVariables = Exact<{
  input: WithdrawFormInput;
}>;


export type WithdrawFormMutation = { withdrawForm: { form: { id: string, key: string, merchantType: string | null, nameZh: string, nameEn: string, state: DefinitionState, version: number, revision: number, definition: unknown, madeAt: string, madeByName: string | null, publishedAt: string | null, publishedByName: string | null } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type WorkBenchQueryVariables = Exact<{
  previewAs?: PreviewInput | null | undefined;
}>;


export type WorkBenchQuery = { workBench: Array<{ key: string, label: string, kind: BenchKind, tone: Tone, valuePath: string, valueKind: ValueKind, pageKey: string, query: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } }> };

export type OpenMerchantTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenMerchantTypesQuery = { openMerchantTypes: Array<{ id: string, code: string, name: string, inForce: { id: string, legalRegime: LegalRegime, depositBaseFen: number } | null }> | null };

export type ApplicationHeadFragment = { id: string, number: string, kind: ApplicationKind, state: ApplicationState, companyName: string | null, typeCode: string | null, revision: number, round: number, submittedAt: string | null, reason: string | null, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }>, type: { id: string, name: string } | null, problems: Array<{ id: string, field: string, path: Array<string>, label: string, code: ApplicationProblemCode, message: string }>, steps: Array<{ id: string, toState: ApplicationState, at: string, reason: string | null }> };

export type MyApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyApplicationsQuery = { merchantApplications: { nodes: Array<{ id: string, number: string, kind: ApplicationKind, state: ApplicationState, companyName: string | null, typeCode: string | null, revision: number, round: number, submittedAt: string | null, reason: string | null, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }>, type: { id: string, name: string } | null, problems: Array<{ id: string, field: string, path: Array<string>, label: string, code: ApplicationProblemCode, message: string }>, steps: Array<{ id: string, toState: ApplicationState, at: string, reason: string | null }> }> } | null };

export type ApplicationDeskQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationDeskQuery = { merchantApplication: { id: string, number: string, kind: ApplicationKind, state: ApplicationState, companyName: string | null, typeCode: string | null, revision: number, round: number, submittedAt: string | null, reason: string | null, availableActions: Array<{ key: string, enabled: boolean, reason: string | null }>, type: { id: string, name: string } | null, problems: Array<{ id: string, field: string, path: Array<string>, label: string, code: ApplicationProblemCode, message: string }>, steps: Array<{ id: string, toState: ApplicationState, at: string, reason: string | null }> } | null, applicationDesk: { values: unknown, locked: Array<string>, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, files: Array<{ token: string, name: string, bytes: number, mediaType: string, url: string }> } | null };

export type ApplicationReviewQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationReviewQuery = { applicationDesk: { fields: Array<{ key: string, path: Array<string>, section: string, label: string, kind: ValueKind, shown: string, before: string | null, changed: boolean, accepted: boolean, problem: ApplicationProblemCode | null, message: string | null, files: Array<{ token: string, name: string, bytes: number, mediaType: string, url: string }> }> } | null };

export type ApplicationChecksQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationChecksQuery = { merchantApplication: { id: string, checks: Array<{ id: string, code: ApplicationCheckCode, outcome: ApplicationCheckOutcome, field: string | null, detail: string | null }> } | null };

export type StartApplicationMutationVariables = Exact<{
  input: StartApplicationInput;
}>;


export type StartApplicationMutation = { startApplication: { applicationId: string | null, membershipId: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ChooseApplicationTypeMutationVariables = Exact<{
  input: ChooseApplicationTypeInput;
}>;


export type ChooseApplicationTypeMutation = { chooseApplicationType: { application: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SaveApplicationMutationVariables = Exact<{
  input: SaveApplicationInput;
}>;


export type SaveApplicationMutation = { saveApplication: { application: { id: string, revision: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;


export type SubmitApplicationMutation = { submitApplication: { application: { id: string, state: ApplicationState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type CloseApplicationMutationVariables = Exact<{
  input: CloseApplicationInput;
}>;


export type CloseApplicationMutation = { closeApplication: { application: { id: string, state: ApplicationState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RejectApplicationMutationVariables = Exact<{
  input: RejectApplicationInput;
}>;


export type RejectApplicationMutation = { rejectApplication: { application: { id: string, state: ApplicationState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RequestSignUpMutationVariables = Exact<{
  input: RequestSignUpInput;
}>;


export type RequestSignUpMutation = { requestSignUp: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { step: SignInStep | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type AppidsQueryVariables = Exact<{ [key: string]: never; }>;


export type AppidsQuery = { merchantCompanies: { nodes: Array<{ id: string, appid: string | null }> } | null, appidRegistrations: { nodes: Array<{ id: string, state: AppidRegistrationState, appid: string | null, failure: string | null, createdAt: string }> } | null };

export type RegisterAppidMutationVariables = Exact<{
  input: RegisterAppidInput;
}>;


export type RegisterAppidMutation = { registerAppid: { registration: { id: string, state: AppidRegistrationState } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type PlatformHeadFragment = { id: string, code: string, name: string, nameZh: string, nameEn: string, audience: PlatformAudience, secondFactor: SecondFactorPolicy, idleMinutes: number, status: PlatformStatus, version: number };

export type PlatformsQueryVariables = Exact<{
  members: boolean;
}>;


export type PlatformsQuery = { platformTemplates: Array<{ roleCount: number, memberCount?: number, id: string, code: string, name: string, nameZh: string, nameEn: string, audience: PlatformAudience, secondFactor: SecondFactorPolicy, idleMinutes: number, status: PlatformStatus, version: number }> | null };

export type EditedNodeFragment = { id: string, code: string, kind: PermissionNodeKind, name: string, nameZh: string, nameEn: string, feature: string | null, gate: PermissionGate | null, parent: { id: string } | null };

export type EditedRoleFragment = { id: string, code: string, name: string, nameZh: string, nameEn: string, summary: string, description: string, descriptionEn: string, version: number, memberCount?: number };

export type PlatformQueryVariables = Exact<{
  id: string | number;
  members: boolean;
}>;


export type PlatformQuery = { platformTemplate: { memberCount?: number, id: string, code: string, name: string, nameZh: string, nameEn: string, audience: PlatformAudience, secondFactor: SecondFactorPolicy, idleMinutes: number, status: PlatformStatus, version: number, nodes: Array<{ id: string, code: string, kind: PermissionNodeKind, name: string, nameZh: string, nameEn: string, feature: string | null, gate: PermissionGate | null, parent: { id: string } | null }>, roles: Array<{ id: string, code: string, name: string, nameZh: string, nameEn: string, summary: string, description: string, descriptionEn: string, version: number, memberCount?: number }> } | null };

export type PlatformOfRoleQueryVariables = Exact<{
  id: string | number;
}>;


export type PlatformOfRoleQuery = { role: { id: string, template: { id: string } | null } | null };

export type RoleTreeQueryVariables = Exact<{
  id: string | number;
}>;


export type RoleTreeQuery = { rolePermissionTree: Array<{ id: string, granted: boolean }> };

export type OpenChangeQueryVariables = Exact<{
  target: string | number;
}>;


export type OpenChangeQuery = { changeRequests: { nodes: Array<{ id: string, createdAt: string, maker: { displayName: string } | null }> } | null };

export type RoleGrantsPreviewQueryVariables = Exact<{
  id: string | number;
  add: Array<string | number> | string | number;
  remove: Array<string | number> | string | number;
}>;


export type RoleGrantsPreviewQuery = { previewRoleGrants: { adds: Array<string>, removes: Array<string>, memberCount: number, members: Array<{ id: string, name: string }> } };

export type SaveRoleGrantsMutationVariables = Exact<{
  input: SaveRoleGrantsInput;
}>;


export type SaveRoleGrantsMutation = { saveRoleGrants: { changeRequest: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type CreateRoleMutationVariables = Exact<{
  input: CreateRoleInput;
}>;


export type CreateRoleMutation = { createRole: { role: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type UpdateRoleMutationVariables = Exact<{
  input: UpdateRoleInput;
}>;


export type UpdateRoleMutation = { updateRole: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DeleteRoleMutationVariables = Exact<{
  input: DeleteRoleInput;
}>;


export type DeleteRoleMutation = { deleteRole: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type KnownPermissionsQueryVariables = Exact<{
  audience: PlatformAudience;
}>;


export type KnownPermissionsQuery = { permissionCatalogue: Array<{ code: string, kind: PermissionNodeKind, name: string, nameZh: string, nameEn: string, parent: string | null, feature: string | null, gate: PermissionGate | null }> };

export type PrunePreviewQueryVariables = Exact<{
  template: string | number;
  node: string | number;
}>;


export type PrunePreviewQuery = { previewPrunePermissionNode: { codes: Array<string>, roles: Array<{ id: string, name: string, loses: Array<string>, memberCount: number, tokenCount: number }>, members: Array<{ id: string, name: string, loses: Array<string> }> } };

export type SaveNodeMutationVariables = Exact<{
  input: SavePermissionNodeInput;
}>;


export type SaveNodeMutation = { savePermissionNode: { permissionNode: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type MoveNodeMutationVariables = Exact<{
  input: MovePermissionNodeInput;
}>;


export type MoveNodeMutation = { movePermissionNode: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type PruneNodeMutationVariables = Exact<{
  input: PrunePermissionNodeInput;
}>;


export type PruneNodeMutation = { prunePermissionNode: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type CreatePlatformMutationVariables = Exact<{
  input: CreatePlatformTemplateInput;
}>;


export type CreatePlatformMutation = { createPlatformTemplate: { platformTemplate: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RenamePlatformMutationVariables = Exact<{
  input: RenamePlatformTemplateInput;
}>;


export type RenamePlatformMutation = { renamePlatformTemplate: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type CopyPlatformMutationVariables = Exact<{
  input: CopyPlatformTemplateInput;
}>;


export type CopyPlatformMutation = { copyPlatformTemplate: { platformTemplate: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ExportPlatformMutationVariables = Exact<{
  input: ExportPlatformTemplateInput;
}>;


export type ExportPlatformMutation = { exportPlatformTemplate: { document: unknown, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ImportPlatformMutationVariables = Exact<{
  input: ImportPlatformTemplateInput;
}>;


export type ImportPlatformMutation = { importPlatformTemplate: { platformTemplate: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ImportPreviewQueryVariables = Exact<{
  template: string | number;
  document: unknown;
}>;


export type ImportPreviewQuery = { previewPlatformTemplateImport: { changesHead: boolean, nodesAdded: Array<string>, nodesRemoved: Array<string>, nodesChanged: Array<string>, rolesAdded: Array<string>, rolesRemoved: Array<string>, rolesChanged: Array<{ code: string, renamed: boolean, gains: Array<string>, loses: Array<string> }> } };

export type ImportIntoPlatformMutationVariables = Exact<{
  input: ImportIntoPlatformTemplateInput;
}>;


export type ImportIntoPlatformMutation = { importIntoPlatformTemplate: { changeRequest: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RetirePlatformMutationVariables = Exact<{
  input: RetirePlatformTemplateInput;
}>;


export type RetirePlatformMutation = { retirePlatformTemplate: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type OrderReceiptPageQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderReceiptPageQuery = { order: { id: string, number: string, kind: OrderKind, merchantName: string, storeName: string, buyer: string, cardNumber: string | null, totalFen: number, paidAt: string | null, lines: Array<{ id: string, name: string, quantity: number, netFen: number }>, receipt: { items: unknown, issuedAt: string } | null } | null };

export type SaleStoresQueryVariables = Exact<{ [key: string]: never; }>;


export type SaleStoresQuery = { stores: { nodes: Array<{ id: string, name: string, merchant: { id: string, name: string } | null }> } | null };

export type SaleProductsQueryVariables = Exact<{
  merchant?: string | number | null | undefined;
}>;


export type SaleProductsQuery = { packages: { nodes: Array<{ id: string, number: string, name: string, onSale: { salePriceFen: number, listValueFen: number, soldAs: SoldAs, giftsOn: boolean, cardType: { name: string } | null, entitlements: Array<{ id: string, kind: EntitlementKind, times: number | null, days: number | null, amountFen: number | null, services: Array<{ id: string, name: string }> }> } | null }> } | null, services: { nodes: Array<{ id: string, number: string, name: string, onSale: { unitPriceFen: number, unit: ServiceUnit, category: string } | null }> } | null };

export type SaleSellersQueryVariables = Exact<{
  merchant?: string | number | null | undefined;
}>;


export type SaleSellersQuery = { deskSellers: Array<{ id: string, name: string, staffNumber: string, own: boolean }> };

export type SaleAgreementQueryVariables = Exact<{
  merchant: string | number;
}>;


export type SaleAgreementQuery = { currentAgreement: { title: string, version: number, textSha256: string, clauses: Array<{ key: string, title: string, paragraphs: Array<string> }>, parameters: { coolingOffDays: number, refundFeeCapBps: number, custodyRatioBps: number, disputeWindowDays: number } } | null };

export type ForeseeSaleQueryVariables = Exact<{
  merchant?: string | number | null | undefined;
  store: string | number;
  items: Array<CartItemInput> | CartItemInput;
  phone?: string | null | undefined;
  seller?: string | number | null | undefined;
  card?: string | number | null | undefined;
}>;


export type ForeseeSaleQuery = { counterSale: { known: boolean, buyerName: string | null, identified: boolean, identityNeeded: boolean, waitingNumber: string | null, cards: Array<{ id: string, number: string }>, quote: { kind: OrderKind, listFen: number, totalFen: number, cardId: string | null, cardNumber: string | null, pendingOrderId: string | null, lines: Array<{ name: string, quantity: number, listFen: number, netFen: number }>, applied: Array<{ name: string, amountFen: number }>, skipped: Array<{ name: string, code: string, shortfallFen: number | null }> } | null, refusals: Array<{ code: string, message: string }> } | null };

export type PlaceSaleMutationVariables = Exact<{
  input: PlaceCounterOrderInput;
}>;


export type PlaceSaleMutation = { placeCounterOrder: { resumed: boolean | null, order: { id: string, number: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type OfferSaleMutationVariables = Exact<{
  input: OrderInput;
}>;


export type OfferSaleMutation = { offerCounterPayment: { payment: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type CancelSaleMutationVariables = Exact<{
  input: OrderInput;
}>;


export type CancelSaleMutation = { closeOrder: { order: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SaleOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type SaleOrderQuery = { order: { id: string, number: string, kind: OrderKind, paymentStatus: OrderPaymentStatus, closeReason: OrderCloseReason | null, failure: string | null, totalFen: number, buyer: string, cardNumber: string | null, storeName: string, salespersonName: string | null, expiresAt: string, lines: Array<{ id: string, name: string, quantity: number, netFen: number }>, payments: Array<{ id: string, state: PaymentState, codeUrl: string | null, expiresAt: string }> } | null };

export type SoldCardQueryVariables = Exact<{
  number: string;
}>;


export type SoldCardQuery = { cards: { nodes: Array<{ id: string, number: string, cardType: { name: string } | null, lots: Array<{ id: string, unit: CardLotUnit, funding: CardFunding, available: number, expiresAt: string | null }> }> } | null };

export type SalesMerchantsQueryVariables = Exact<{ [key: string]: never; }>;


export type SalesMerchantsQuery = { merchants: { nodes: Array<{ id: string, name: string }> } | null };

export type SalesMapQueryVariables = Exact<{
  merchant?: string | number | null | undefined;
  at?: string | null | undefined;
}>;


export type SalesMapQuery = { salesMap: { regions: Array<{ id: string, parentId: string | null, name: string }>, stores: Array<{ id: string, regionId: string | null, number: string, name: string, type: StoreType, status: StoreStatus }>, products: Array<{ id: string, kind: ProductKind, number: string, name: string }>, cells: Array<{ storeId: string, productId: string, ground: SalesControlGround, ruleNumber: string | null, remaining: number | null }> } };

export type ExplainSaleQueryVariables = Exact<{
  product: string | number;
  store: string | number;
  at?: string | null | undefined;
}>;


export type ExplainSaleQuery = { explainSale: { permitted: boolean, ground: SalesControlGround, ruleId: string | null, ruleNumber: string | null, verdicts: Array<{ productKind: ProductKind, productName: string, ground: SalesControlGround, candidates: Array<{ ruleId: string, ruleNumber: string, effect: SalesControlEffect, place: SalesControlPlace, elsewhere: boolean, decides: boolean, quota: number | null, remaining: number | null }> }> } };

export type TrialPeopleQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type TrialPeopleQuery = { salespeople: { nodes: Array<{ id: string, name: string, staffNumber: string }> } | null };

export type TrialServicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type TrialServicesQuery = { services: { nodes: Array<{ id: string, name: string, number: string, onSale: { unitPriceFen: number } | null }> } | null };

export type TrialPackagesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type TrialPackagesQuery = { packages: { nodes: Array<{ id: string, name: string, number: string, onSale: { salePriceFen: number, listValueFen: number } | null }> } | null };

export type TryCommissionQueryVariables = Exact<{
  who: string | number;
  item: CommissionItemInput;
}>;


export type TryCommissionQuery = { quoteCommission: { amountFen: number, countedFen: number, basis: CommissionBasis | null, basisFen: number, ruleId: string | null, ruleNumber: string | null, version: number | null, level: CommissionMatchLevel | null, rateKind: CommissionRateKind | null, bps: number | null, fixedFen: number | null, unitMinutes: number | null, floorFen: number | null, capFen: number | null } };

export type SignInOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInOptionsQuery = { signInOptions: { directory: boolean } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { step: SignInStep | null, ticket: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type VerifySecondFactorMutationVariables = Exact<{
  input: VerifySecondFactorInput;
}>;


export type VerifySecondFactorMutation = { verifySecondFactor: { step: SignInStep | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type OperationFragment = { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> };

export type WhenFragment = { all: Array<{ field: string, op: TestOp, values: Array<string> }> };

type Base_BooleanField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ChoiceField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_DateField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ListField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_NumberField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_ReferenceField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_TextField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Base_UploadField_Fragment = { key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

export type BaseFragment =
  | Base_BooleanField_Fragment
  | Base_ChoiceField_Fragment
  | Base_DateField_Fragment
  | Base_ListField_Fragment
  | Base_NumberField_Fragment
  | Base_ReferenceField_Fragment
  | Base_TextField_Fragment
  | Base_UploadField_Fragment
;

type Field_BooleanField_Fragment = { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ChoiceField_Fragment = { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_DateField_Fragment = { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ListField_Fragment = { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_NumberField_Fragment = { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_ReferenceField_Fragment = { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_TextField_Fragment = { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

type Field_UploadField_Fragment = { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null };

export type FieldFragment =
  | Field_BooleanField_Fragment
  | Field_ChoiceField_Fragment
  | Field_DateField_Fragment
  | Field_ListField_Fragment
  | Field_NumberField_Fragment
  | Field_ReferenceField_Fragment
  | Field_TextField_Fragment
  | Field_UploadField_Fragment
;

export type DictionaryFragment = { name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> };

export type FormFragment = { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> };

export type ColumnFragment = { key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean };

export type GotoFragment = { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> };

export type ActionFragment = { key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
      | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null };

type PageHead_CustomPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_DashboardPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_DetailPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_FormPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

type PageHead_ListPage_Fragment = { key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type PageHeadFragment =
  | PageHead_CustomPage_Fragment
  | PageHead_DashboardPage_Fragment
  | PageHead_DetailPage_Fragment
  | PageHead_FormPage_Fragment
  | PageHead_ListPage_Fragment
;

export type ListConfigFragment = { rowKey: string, pageSizes: Array<number>, rowLink: string | null, refreshSeconds: number | null, key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }>, filters: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, quickSearch: { placeholder: string } | null, defaultOrder: Array<{ key: string, descending: boolean }>, presets: Array<{ key: string, label: string, query: string, count: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, export: { formats: Array<ExportFormat>, maxRows: number, start: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } } | null, empty: { title: string, body: string | null, actionKey: string | null } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type DetailConfigFragment = { key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, header: { titlePath: string, subtitlePath: string | null, statusPath: string | null, statusDictionary: string | null, titleDictionary: string | null }, sections: Array<{ key: string, title: string, kind: SectionKind, list: string | null, component: CustomComponent | null, lazy: boolean, items: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, timeline: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type FormPageConfigFragment = { key: string, path: string, title: string, revision: string, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
      | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, onSuccess: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type WidgetFragment = { key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> };

export type DashboardConfigFragment = { key: string, path: string, title: string, revision: string, controls: Array<
    | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
    | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
  >, widgets: Array<{ key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type CustomConfigFragment = { component: CustomComponent, props: unknown, key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null };

export type NavigationFragment = { key: string, parentKey: string | null, label: string, icon: string | null, order: number, pageKey: string | null, href: string | null, badge: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null };

export type AppConfigQueryVariables = Exact<{
  previewAs?: PreviewInput | null | undefined;
}>;


export type AppConfigQuery = { appConfig: { revision: string, template: string, templateLabel: string, merchantType: string | null, landing: string, features: Array<AppFeature>, navigation: Array<{ key: string, parentKey: string | null, label: string, icon: string | null, order: number, pageKey: string | null, href: string | null, badge: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, pages: Array<{ key: string, path: string, title: string, kind: PageKind }>, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } };

export type PageConfigQueryVariables = Exact<{
  key: string | number;
  previewAs?: PreviewInput | null | undefined;
}>;


export type PageConfigQuery = { pageConfig:
    | { __typename: 'CustomPage', component: CustomComponent, props: unknown, key: string, path: string, title: string, revision: string, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'DashboardPage', key: string, path: string, title: string, revision: string, controls: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, widgets: Array<{ key: string, title: string, kind: WidgetKind, span: number, help: string | null, linkPage: string | null, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, stat: { valuePath: string, kind: ValueKind, unit: string | null, changeBpsPath: string | null, goodWhen: StatTrend } | null, chart: { categoryPath: string, categoryKind: ValueKind, categoryDictionary: string | null, series: Array<{ key: string, label: string, valuePath: string, kind: ValueKind, tone: Tone | null }> } | null, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'DetailPage', key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, header: { titlePath: string, subtitlePath: string | null, statusPath: string | null, statusDictionary: string | null, titleDictionary: string | null }, sections: Array<{ key: string, title: string, kind: SectionKind, list: string | null, component: CustomComponent | null, lazy: boolean, items: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }> }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
            | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, timeline: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'FormPage', key: string, path: string, title: string, revision: string, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
          | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> }, onSuccess: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
    | { __typename: 'ListPage', rowKey: string, pageSizes: Array<number>, rowLink: string | null, refreshSeconds: number | null, key: string, path: string, title: string, revision: string, source: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> }, columns: Array<{ key: string, path: string, label: string, kind: ValueKind, dictionary: string | null, labelPath: string | null, width: number | null, align: Align | null, pinned: Pin | null, sortable: string | null, defaultVisible: boolean, includeVariable: string | null, copyable: boolean, maskable: boolean, linkPage: string | null, summary: boolean }>, filters: Array<
        | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
        | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
      >, quickSearch: { placeholder: string } | null, defaultOrder: Array<{ key: string, descending: boolean }>, presets: Array<{ key: string, label: string, query: string, count: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, actions: Array<{ key: string, label: string, icon: string | null, tone: Tone, danger: boolean, placement: Array<ActionPlacement>, shortcut: string | null, after: AfterAction, stepUp: boolean, job: boolean, confirm: { title: string, body: string | null, confirmLabel: string, typeToConfirm: string | null } | null, form: { layout: FormLayout, sections: Array<{ key: string, title: string, collapsed: boolean, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }>, fields: Array<
            | { __typename: 'BooleanField', key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ChoiceField', dictionary: string, multiple: boolean, widget: ChoiceWidget, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'DateField', notBefore: string | null, notAfter: string | null, instants: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ListField', itemFieldKeys: Array<string>, minItems: number | null, maxItems: number | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'NumberField', min: string | null, max: string | null, scale: number, unit: string | null, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'ReferenceField', labelPath: string, descriptionPath: string | null, multiple: boolean, dependsOn: Array<string>, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, search: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'TextField', minLength: number | null, maxLength: number | null, pattern: PatternName | null, multiline: boolean, secret: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
            | { __typename: 'UploadField', purpose: string, accept: Array<string>, maxBytes: number, maxFiles: number, expiry: ExpiryRule, longTerm: boolean, key: string, inputPath: string, label: string, kind: ValueKind, required: boolean, readOnly: boolean, help: string | null, placeholder: string | null, span: number, section: string | null, initial: unknown, visibleWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, requiredWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null, readOnlyWhen: Array<{ all: Array<{ field: string, op: TestOp, values: Array<string> }> }> | null }
          >, dictionaries: Array<{ name: string, options: Array<{ value: string, label: string, tone: Tone | null, disabled: boolean }> }> } | null, load: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, submit: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null, goto: { pageKey: string, params: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } | null }>, export: { formats: Array<ExportFormat>, maxRows: number, start: { id: string, name: string, kind: OperationKind, resultPath: string, variables: Array<{ variable: string, source: BindingSource, key: string | null, constant: unknown }> } } | null, empty: { title: string, body: string | null, actionKey: string | null } | null, breadcrumb: Array<{ label: string, pageKey: string | null }>, help: { tourKey: string | null, articleUrl: string | null } | null }
   | null };

export type UserErrorsFragment = { code: ErrorCode, message: string, path: Array<string> | null, data: unknown };

export type PageAtQueryVariables = Exact<{
  path: string;
}>;


export type PageAtQuery = { pageAt: PageStanding };

export type SavedViewsQueryVariables = Exact<{
  pageKey: string | number;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, label: string, query: string, shared: boolean, mine: boolean }> | null };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { view: { id: string, label: string, query: string, shared: boolean, mine: boolean } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type DeleteViewMutationVariables = Exact<{
  input: DeleteViewInput;
}>;


export type DeleteViewMutation = { deleteView: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type MySettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySettingsQuery = { mySettings: unknown };

export type SaveSettingMutationVariables = Exact<{
  input: SaveSettingInput;
}>;


export type SaveSettingMutation = { saveSetting: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type GlobalSearchQueryVariables = Exact<{
  text: string;
}>;


export type GlobalSearchQuery = { globalSearch: Array<{ id: string, title: string, subtitle: string | null, kindLabel: string, pageKey: string }> };

export type TaskStateFragment = { id: string, kind: string, state: TaskState, done: number, total: number | null, message: string | null, error: string | null, title: string, result: unknown, fileName: string | null, fileSize: number | null, fileExpiresAt: string | null, createdAt: string, export: { title: string, format: ExportFormat } | null };

export type TaskProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type TaskProgressQuery = { task: { id: string, kind: string, state: TaskState, done: number, total: number | null, message: string | null, error: string | null, title: string, result: unknown, fileName: string | null, fileSize: number | null, fileExpiresAt: string | null, createdAt: string, export: { title: string, format: ExportFormat } | null } | null };

export type MyTasksQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTasksQuery = { tasks: { nodes: Array<{ id: string, kind: string, state: TaskState, done: number, total: number | null, message: string | null, error: string | null, title: string, result: unknown, fileName: string | null, fileSize: number | null, fileExpiresAt: string | null, createdAt: string, export: { title: string, format: ExportFormat } | null }> } | null };

export type DownloadTaskFileMutationVariables = Exact<{
  input: DownloadTaskFileInput;
}>;


export type DownloadTaskFileMutation = { downloadTaskFile: { url: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { myNotices: { totalCount: number } | null };

export type MyNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNoticesQuery = { myNotices: { nodes: Array<{ id: string, kind: string, title: string, body: string | null, createdAt: string, readAt: string | null, tone: NoticeTone, pageKey: string | null, targetId: string | null }> } | null };

export type MarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { markNoticesRead: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type MarkAllNoticesReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNoticesReadMutation = { markAllNoticesRead: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type StartUploadMutationVariables = Exact<{
  input: StartUploadInput;
}>;


export type StartUploadMutation = { startUpload: { upload: { token: string, url: string } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type RevealFieldMutationVariables = Exact<{
  input: RevealFieldInput;
}>;


export type RevealFieldMutation = { revealField: { value: string | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type PlaceFragment = { id: string, template: string, templateName: string, placeName: string | null, merchantId: string | null, scope: ScopeKind, secondFactorRequired: boolean, idleMinutes: number };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { template: string | null, scope: ScopeKind, grants: Array<string>, locked: boolean, steppedUpUntil: string | null, account: { id: string, displayName: string, phone: string | null, email: string | null, locale: string, hasPassword: boolean, hasPin: boolean, sessionExpiresAt: string, secondFactor: { enrolled: boolean, due: boolean, recoveryCodesLeft: number }, memberships: Array<{ id: string, template: string, templateName: string, placeName: string | null, merchantId: string | null, scope: ScopeKind, secondFactorRequired: boolean, idleMinutes: number }> } | null, membership: { id: string, template: string, templateName: string, placeName: string | null, merchantId: string | null, scope: ScopeKind, secondFactorRequired: boolean, idleMinutes: number } | null } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type SwitchMembershipMutationVariables = Exact<{
  input: SwitchMembershipInput;
}>;


export type SwitchMembershipMutation = { switchMembership: { membership: { id: string, template: string, templateName: string, placeName: string | null, merchantId: string | null, scope: ScopeKind, secondFactorRequired: boolean, idleMinutes: number } | null, userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type StepUpMutationVariables = Exact<{
  input: StepUpInput;
}>;


export type StepUpMutation = { stepUp: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type LockScreenMutationVariables = Exact<{ [key: string]: never; }>;


export type LockScreenMutation = { lockScreen: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export type UnlockScreenMutationVariables = Exact<{
  input: UnlockScreenInput;
}>;


export type UnlockScreenMutation = { unlockScreen: { userErrors: Array<{ code: ErrorCode, message: string, path: Array<string> | null, data: unknown }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SignedEvidenceFragmentDoc = new TypedDocumentString(`
    fragment SignedEvidence on ContractSignature {
  id
  party
  state
  signerName
  at
  address
  device
  statement
  documentSha256
  signedAt
  certificateSerial
  resultSha256
  byApproval
  failure
}
    `, {"fragmentName":"SignedEvidence"}) as unknown as TypedDocumentString<SignedEvidenceFragment, unknown>;
export const CounterRedemptionFragmentDoc = new TypedDocumentString(`
    fragment CounterRedemption on Redemption {
  id
  number
  status
  holder
  merchantName
  storeName
  cashierName
  redeemedAt
  undoUntil
  undoReason
  items {
    id
    name
    unit
    quantity
    unitsLeft
    cardNumber
    orderNumber
  }
  availableActions {
    key
    enabled
    reason
  }
}
    `, {"fragmentName":"CounterRedemption"}) as unknown as TypedDocumentString<CounterRedemptionFragment, unknown>;
export const MistakeFragmentDoc = new TypedDocumentString(`
    fragment Mistake on DefinitionMistake {
  place
  message
}
    `, {"fragmentName":"Mistake"}) as unknown as TypedDocumentString<MistakeFragment, unknown>;
export const OverlayVersionFragmentDoc = new TypedDocumentString(`
    fragment OverlayVersion on PageOverlay {
  id
  state
  version
  revision
  patch
  madeAt
  madeByName
  publishedAt
  publishedByName
}
    `, {"fragmentName":"OverlayVersion"}) as unknown as TypedDocumentString<OverlayVersionFragment, unknown>;
export const FormVersionFragmentDoc = new TypedDocumentString(`
    fragment FormVersion on FormDefinition {
  id
  key
  merchantType
  nameZh
  nameEn
  state
  version
  revision
  definition
  madeAt
  madeByName
  publishedAt
  publishedByName
}
    `, {"fragmentName":"FormVersion"}) as unknown as TypedDocumentString<FormVersionFragment, unknown>;
export const ApplicationHeadFragmentDoc = new TypedDocumentString(`
    fragment ApplicationHead on MerchantApplication {
  id
  number
  kind
  state
  companyName
  typeCode
  revision
  round
  submittedAt
  reason
  availableActions {
    key
    enabled
    reason
  }
  type {
    id
    name
  }
  problems {
    id
    field
    path
    label
    code
    message
  }
  steps {
    id
    toState
    at
    reason
  }
}
    `, {"fragmentName":"ApplicationHead"}) as unknown as TypedDocumentString<ApplicationHeadFragment, unknown>;
export const PlatformHeadFragmentDoc = new TypedDocumentString(`
    fragment PlatformHead on PlatformTemplate {
  id
  code
  name
  nameZh
  nameEn
  audience
  secondFactor
  idleMinutes
  status
  version
}
    `, {"fragmentName":"PlatformHead"}) as unknown as TypedDocumentString<PlatformHeadFragment, unknown>;
export const EditedNodeFragmentDoc = new TypedDocumentString(`
    fragment EditedNode on PermissionNode {
  id
  code
  kind
  name
  nameZh
  nameEn
  feature
  gate
  parent {
    id
  }
}
    `, {"fragmentName":"EditedNode"}) as unknown as TypedDocumentString<EditedNodeFragment, unknown>;
export const EditedRoleFragmentDoc = new TypedDocumentString(`
    fragment EditedRole on Role {
  id
  code
  name
  nameZh
  nameEn
  summary
  description
  descriptionEn
  version
  memberCount @include(if: $members)
}
    `, {"fragmentName":"EditedRole"}) as unknown as TypedDocumentString<EditedRoleFragment, unknown>;
export const PageHeadFragmentDoc = new TypedDocumentString(`
    fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}
    `, {"fragmentName":"PageHead"}) as unknown as TypedDocumentString<PageHeadFragment, unknown>;
export const OperationFragmentDoc = new TypedDocumentString(`
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
    `, {"fragmentName":"Operation"}) as unknown as TypedDocumentString<OperationFragment, unknown>;
export const ColumnFragmentDoc = new TypedDocumentString(`
    fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
    `, {"fragmentName":"Column"}) as unknown as TypedDocumentString<ColumnFragment, unknown>;
export const WhenFragmentDoc = new TypedDocumentString(`
    fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
    `, {"fragmentName":"When"}) as unknown as TypedDocumentString<WhenFragment, unknown>;
export const BaseFragmentDoc = new TypedDocumentString(`
    fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
    fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}`, {"fragmentName":"Base"}) as unknown as TypedDocumentString<BaseFragment, unknown>;
export const FieldFragmentDoc = new TypedDocumentString(`
    fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}`, {"fragmentName":"Field"}) as unknown as TypedDocumentString<FieldFragment, unknown>;
export const DictionaryFragmentDoc = new TypedDocumentString(`
    fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
    `, {"fragmentName":"Dictionary"}) as unknown as TypedDocumentString<DictionaryFragment, unknown>;
export const FormFragmentDoc = new TypedDocumentString(`
    fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}`, {"fragmentName":"Form"}) as unknown as TypedDocumentString<FormFragment, unknown>;
export const GotoFragmentDoc = new TypedDocumentString(`
    fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
    `, {"fragmentName":"Goto"}) as unknown as TypedDocumentString<GotoFragment, unknown>;
export const ActionFragmentDoc = new TypedDocumentString(`
    fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}`, {"fragmentName":"Action"}) as unknown as TypedDocumentString<ActionFragment, unknown>;
export const ListConfigFragmentDoc = new TypedDocumentString(`
    fragment ListConfig on ListPage {
  ...PageHead
  source {
    ...Operation
  }
  rowKey
  columns {
    ...Column
  }
  filters {
    ...Field
  }
  quickSearch {
    placeholder
  }
  defaultOrder {
    key
    descending
  }
  pageSizes
  presets {
    key
    label
    query
    count {
      ...Operation
    }
  }
  actions {
    ...Action
  }
  rowLink
  export {
    formats
    start {
      ...Operation
    }
    maxRows
  }
  empty {
    title
    body
    actionKey
  }
  refreshSeconds
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"ListConfig"}) as unknown as TypedDocumentString<ListConfigFragment, unknown>;
export const DetailConfigFragmentDoc = new TypedDocumentString(`
    fragment DetailConfig on DetailPage {
  ...PageHead
  source {
    ...Operation
  }
  header {
    titlePath
    subtitlePath
    statusPath
    statusDictionary
    titleDictionary
  }
  sections {
    key
    title
    kind
    items {
      ...Column
    }
    list
    component
    lazy
  }
  actions {
    ...Action
  }
  timeline {
    ...Operation
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment Action on ActionConfig {
  key
  label
  icon
  tone
  danger
  placement
  shortcut
  confirm {
    title
    body
    confirmLabel
    typeToConfirm
  }
  form {
    ...Form
  }
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  goto {
    ...Goto
  }
  after
  stepUp
  job
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"DetailConfig"}) as unknown as TypedDocumentString<DetailConfigFragment, unknown>;
export const FormPageConfigFragmentDoc = new TypedDocumentString(`
    fragment FormPageConfig on FormPage {
  ...PageHead
  load {
    ...Operation
  }
  submit {
    ...Operation
  }
  form {
    ...Form
  }
  onSuccess {
    ...Goto
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Dictionary on Dictionary {
  name
  options {
    value
    label
    tone
    disabled
  }
}
fragment Form on FormConfig {
  layout
  sections {
    key
    title
    collapsed
    visibleWhen {
      ...When
    }
  }
  fields {
    ...Field
  }
  dictionaries {
    ...Dictionary
  }
}
fragment Goto on Navigation {
  pageKey
  params {
    variable
    source
    key
    constant
  }
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"FormPageConfig"}) as unknown as TypedDocumentString<FormPageConfigFragment, unknown>;
export const WidgetFragmentDoc = new TypedDocumentString(`
    fragment Widget on Widget {
  key
  title
  kind
  span
  help
  linkPage
  source {
    ...Operation
  }
  stat {
    valuePath
    kind
    unit
    changeBpsPath
    goodWhen
  }
  chart {
    categoryPath
    categoryKind
    categoryDictionary
    series {
      key
      label
      valuePath
      kind
      tone
    }
  }
  columns {
    ...Column
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}`, {"fragmentName":"Widget"}) as unknown as TypedDocumentString<WidgetFragment, unknown>;
export const DashboardConfigFragmentDoc = new TypedDocumentString(`
    fragment DashboardConfig on DashboardPage {
  ...PageHead
  controls {
    ...Field
  }
  widgets {
    ...Widget
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}
fragment When on ConditionGroup {
  all {
    field
    op
    values
  }
}
fragment Base on FieldBase {
  key
  inputPath
  label
  kind
  required
  readOnly
  help
  placeholder
  span
  section
  initial
  visibleWhen {
    ...When
  }
  requiredWhen {
    ...When
  }
  readOnlyWhen {
    ...When
  }
}
fragment Field on FieldConfig {
  __typename
  ... on FieldBase {
    ...Base
  }
  ... on TextField {
    minLength
    maxLength
    pattern
    multiline
    secret
  }
  ... on NumberField {
    min
    max
    scale
    unit
  }
  ... on ChoiceField {
    dictionary
    multiple
    widget
  }
  ... on DateField {
    notBefore
    notAfter
    instants
  }
  ... on ReferenceField {
    search {
      ...Operation
    }
    labelPath
    descriptionPath
    multiple
    dependsOn
  }
  ... on UploadField {
    purpose
    accept
    maxBytes
    maxFiles
    expiry
    longTerm
  }
  ... on ListField {
    itemFieldKeys
    minItems
    maxItems
  }
}
fragment Column on ColumnConfig {
  key
  path
  label
  kind
  dictionary
  labelPath
  width
  align
  pinned
  sortable
  defaultVisible
  includeVariable
  copyable
  maskable
  linkPage
  summary
}
fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}
fragment Widget on Widget {
  key
  title
  kind
  span
  help
  linkPage
  source {
    ...Operation
  }
  stat {
    valuePath
    kind
    unit
    changeBpsPath
    goodWhen
  }
  chart {
    categoryPath
    categoryKind
    categoryDictionary
    series {
      key
      label
      valuePath
      kind
      tone
    }
  }
  columns {
    ...Column
  }
}`, {"fragmentName":"DashboardConfig"}) as unknown as TypedDocumentString<DashboardConfigFragment, unknown>;
export const CustomConfigFragmentDoc = new TypedDocumentString(`
    fragment CustomConfig on CustomPage {
  ...PageHead
  component
  props
}
    fragment PageHead on PageBase {
  key
  path
  title
  breadcrumb {
    label
    pageKey
  }
  help {
    tourKey
    articleUrl
  }
  revision
}`, {"fragmentName":"CustomConfig"}) as unknown as TypedDocumentString<CustomConfigFragment, unknown>;
export const NavigationFragmentDoc = new TypedDocumentString(`
    fragment Navigation on NavItem {
  key
  parentKey
  label
  icon
  order
  pageKey
  href
  badge {
    ...Operation
  }
}
    fragment Operation on OperationRef {
  id
  name
  kind
  resultPath
  variables {
    variable
    source
    key
    constant
  }
}`, {"fragmentName":"Navigation"}) as unknown as TypedDocumentString<NavigationFragment, unknown>;
export const UserErrorsFragmentDoc = new TypedDocumentString(`
    fragment UserErrors on UserError {
  code
  message
  path
  data
}
    `, {"fragmentName":"UserErrors"}) as unknown as TypedDocumentString<UserErrorsFragment, unknown>;
export const TaskStateFragmentDoc = new TypedDocumentString(`
    fragment TaskState on Task {
  id
  kind
  state
  done
  total
  message
  error
  title
  result
  fileName
  fileSize
  fileExpiresAt
  createdAt
  export {
    title
    format
  }
}
    `, {"fragmentName":"TaskState"}) as unknown as TypedDocumentString<TaskStateFragment, unknown>;
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on OwnMembership {
  id
  template
  templateName
  placeName
  merchantId
  scope
  secondFactorRequired
  idleMinutes
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const MySessionsDocument = {"__meta__":{"hash":"sha256:c2c028c7240ea2db18125809ce5987b8e88b033bdc4da3e883681c2788a2bd48"}} as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const RevokeSessionDocument = {"__meta__":{"hash":"sha256:85c4eb19d00e2095c359e2876458a13d14105537ad643712c8f6936707e7e9c8"}} as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = {"__meta__":{"hash":"sha256:ac9635c75e58fe7c3c3b0235ae494025af60d88cf3dd8ecb0b646e0aadf55f1f"}} as unknown as TypedDocumentString<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const ChangePasswordDocument = {"__meta__":{"hash":"sha256:a950bd1590fd1a9f57c02f9a55a023b1cdfbf98fa50be8cd114bd7d50a2a1d47"}} as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SetPinDocument = {"__meta__":{"hash":"sha256:d45965156ee67e76d5adeb18f0a9f90991e7a92d9d55c95263c842d19415a77f"}} as unknown as TypedDocumentString<SetPinMutation, SetPinMutationVariables>;
export const EnrollTotpDocument = {"__meta__":{"hash":"sha256:fe07727c068da0fa80eda6e46ddd8ef875089ef19165d2bbbcdd2140ea822ca8"}} as unknown as TypedDocumentString<EnrollTotpMutation, EnrollTotpMutationVariables>;
export const ConfirmTotpDocument = {"__meta__":{"hash":"sha256:f03a5d92492a3548f8fd885c9ecc59cd965e267ca2ec2214c59164412017eae3"}} as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const DisableTotpDocument = {"__meta__":{"hash":"sha256:dfbbb4dcfd3d324f6f7fab03805baa4e36dc9594e277dbb8703730734bbba992"}} as unknown as TypedDocumentString<DisableTotpMutation, DisableTotpMutationVariables>;
export const RegenerateRecoveryCodesDocument = {"__meta__":{"hash":"sha256:7f282f89d19cce553671c31220c4a6520eb03bff9507e168697854b2635bc0c7"}} as unknown as TypedDocumentString<RegenerateRecoveryCodesMutation, RegenerateRecoveryCodesMutationVariables>;
export const ContractToReadDocument = {"__meta__":{"hash":"sha256:6be1be4b011859f9eab254c95c62e973297dde72678912daa6d41f406e78066f"}} as unknown as TypedDocumentString<ContractToReadQuery, ContractToReadQueryVariables>;
export const SealsToSignWithDocument = {"__meta__":{"hash":"sha256:a37980e186193dc5cb7a15270d87694f42a1571550f83ad8469090daaa45054b"}} as unknown as TypedDocumentString<SealsToSignWithQuery, SealsToSignWithQueryVariables>;
export const SignContractDocument = {"__meta__":{"hash":"sha256:c2740513b63699578ff2a630dbf7fe0d416874ee66265e0c30e437327f0d62ee"}} as unknown as TypedDocumentString<SignContractMutation, SignContractMutationVariables>;
export const DeclineContractDocument = {"__meta__":{"hash":"sha256:170d787fe03ac1da907f56d3949d7e5f317251a351507afcf858ce15b704565d"}} as unknown as TypedDocumentString<DeclineContractMutation, DeclineContractMutationVariables>;
export const DownloadContractDocument = {"__meta__":{"hash":"sha256:4b544d373fbff90a9540055e0bc2cd0bd9e2b6f958fba1858445630f8c2bdce6"}} as unknown as TypedDocumentString<DownloadContractMutation, DownloadContractMutationVariables>;
export const VerifyDocumentDocument = {"__meta__":{"hash":"sha256:5e0b97953cbd471d08095016e260bb9987e41e70494ba14bddb15bab2e8561df"}} as unknown as TypedDocumentString<VerifyDocumentMutation, VerifyDocumentMutationVariables>;
export const VersionsToCompareDocument = {"__meta__":{"hash":"sha256:86241cc82384876cf86b5ab270952f68c5e7d09b56492a5edc22d63196a53d2e"}} as unknown as TypedDocumentString<VersionsToCompareQuery, VersionsToCompareQueryVariables>;
export const TemplateComparisonDocument = {"__meta__":{"hash":"sha256:382c9d481b1a0196d303cc19e7dd6c531b8d432bd1259408cb5446449c9880e9"}} as unknown as TypedDocumentString<TemplateComparisonQuery, TemplateComparisonQueryVariables>;
export const CounterStoresDocument = {"__meta__":{"hash":"sha256:b9487dccbea71ab449c5cd21e5c4f7f444ae784000236c899f1cde266fa07977"}} as unknown as TypedDocumentString<CounterStoresQuery, CounterStoresQueryVariables>;
export const CounterDayDocument = {"__meta__":{"hash":"sha256:24932bfb68eec49f58539d917a76399bd3905e93d3d85ef7ff257bc78c27bc77"}} as unknown as TypedDocumentString<CounterDayQuery, CounterDayQueryVariables>;
export const CounterClassesDocument = {"__meta__":{"hash":"sha256:0804292e1ec7d597a38e5ac0fa049bd8a2bdf765071cdbeac3248f1831a3a2e0"}} as unknown as TypedDocumentString<CounterClassesQuery, CounterClassesQueryVariables>;
export const PrepareRedemptionDocument = {"__meta__":{"hash":"sha256:3972f3df480391ccc13b6192a2cddcf5f6ff320c18aa113a39e5689049deb943"}} as unknown as TypedDocumentString<PrepareRedemptionMutation, PrepareRedemptionMutationVariables>;
export const RedeemDocument = {"__meta__":{"hash":"sha256:28ae854f37962e30106b80802fb33e06b9d4389e9d8e18161f12e17026964a67"}} as unknown as TypedDocumentString<RedeemMutation, RedeemMutationVariables>;
export const UndoRedemptionDocument = {"__meta__":{"hash":"sha256:2fef6abcbc0013348db9074344820e709eaecc2f23adc1b070639d13c56d18f9"}} as unknown as TypedDocumentString<UndoRedemptionMutation, UndoRedemptionMutationVariables>;
export const EditorPlatformsDocument = {"__meta__":{"hash":"sha256:c2236e53002ec19ffbb8b752e1f9e6dc81e395c4365a5d96e342296a7e407d71"}} as unknown as TypedDocumentString<EditorPlatformsQuery, EditorPlatformsQueryVariables>;
export const EditorRolesDocument = {"__meta__":{"hash":"sha256:b2821c1fc61fc19e2a4cd407c6a1ddf58346f72f54f4ae0b3bca4ba8f3a2e183"}} as unknown as TypedDocumentString<EditorRolesQuery, EditorRolesQueryVariables>;
export const EditablePagesDocument = {"__meta__":{"hash":"sha256:353d0053cabf968a63eaa5163825f383bb81260fa1c0cf9f51e7199f81667742"}} as unknown as TypedDocumentString<EditablePagesQuery, EditablePagesQueryVariables>;
export const PageDefinitionDocument = {"__meta__":{"hash":"sha256:738f9d6609115c992a940660c15e3cb7b7a61a6a8123475f5ec0e0e3a55e3b26"}} as unknown as TypedDocumentString<PageDefinitionQuery, PageDefinitionQueryVariables>;
export const OverlayVersionsDocument = {"__meta__":{"hash":"sha256:d37f52ccaf3e174f3c012780e4acde210488578e7ee3b9976cad78de37f8538a"}} as unknown as TypedDocumentString<OverlayVersionsQuery, OverlayVersionsQueryVariables>;
export const PreviewPageDocument = {"__meta__":{"hash":"sha256:9c4f4908843ef1e893b2cc2d79533ed7c05356ec929fee801b85d282d5640f7e"}} as unknown as TypedDocumentString<PreviewPageQuery, PreviewPageQueryVariables>;
export const SaveOverlayDocument = {"__meta__":{"hash":"sha256:27fd0e6b7b9a3a8130a59c319621112a4635dea81b92ac9d4a342c0e19d2e765"}} as unknown as TypedDocumentString<SaveOverlayMutation, SaveOverlayMutationVariables>;
export const PublishOverlayDocument = {"__meta__":{"hash":"sha256:f2101f19e2edc4db245c86bfc0bab9c2a5cebade76f8316cbfaecec9cdf02bd9"}} as unknown as TypedDocumentString<PublishOverlayMutation, PublishOverlayMutationVariables>;
export const WithdrawOverlayDocument = {"__meta__":{"hash":"sha256:2d2e3baa36011a649922d97755f8d45df5db60a121cd6da3cec2652592c1f0f6"}} as unknown as TypedDocumentString<WithdrawOverlayMutation, WithdrawOverlayMutationVariables>;
export const DesignedFormDocument = {"__meta__":{"hash":"sha256:64e124e4eec1c18abe99a355ab877ef3b2f3d16c141ee0b3da027f01abdad725"}} as unknown as TypedDocumentString<DesignedFormQuery, DesignedFormQueryVariables>;
export const FormVersionsDocument = {"__meta__":{"hash":"sha256:bd9cc540694ac1e500a821d8a98fb4657849f1dec69eea0d71ff6f1be32976a6"}} as unknown as TypedDocumentString<FormVersionsQuery, FormVersionsQueryVariables>;
export const FormMaterialsDocument = {"__meta__":{"hash":"sha256:0e86c9985e25b6096b63892476dc9567868655e7d6f30c18529cc58cf0637cca"}} as unknown as TypedDocumentString<FormMaterialsQuery, FormMaterialsQueryVariables>;
export const PreviewFormDocument = {"__meta__":{"hash":"sha256:039f0fa1a1f8791f29fb94e0fa6ebb265ef7f3fc0d10cbb57787571323bc5eb0"}} as unknown as TypedDocumentString<PreviewFormQuery, PreviewFormQueryVariables>;
export const TryFormDocument = {"__meta__":{"hash":"sha256:231211f5a68b69ae133093d9cd8125ab5a9dd08f044abc74de5ce308868f0cf1"}} as unknown as TypedDocumentString<TryFormQuery, TryFormQueryVariables>;
export const SaveFormDocument = {"__meta__":{"hash":"sha256:4c8db513ee0927f127157327754065653d713080fd734fdbce1202feedb83ef8"}} as unknown as TypedDocumentString<SaveFormMutation, SaveFormMutationVariables>;
export const PublishFormDocument = {"__meta__":{"hash":"sha256:e23f58f2665be2d347bb1908cf11836299bf0cca83254e0c6d3278fd185f3422"}} as unknown as TypedDocumentString<PublishFormMutation, PublishFormMutationVariables>;
export const WithdrawFormDocument = {"__meta__":{"hash":"sha256:599d56ddc10421036a4913d807a50ae1808d16106b59e2e48f0f549fc2c1fff5"}} as unknown as TypedDocumentString<WithdrawFormMutation, WithdrawFormMutationVariables>;
export const WorkBenchDocument = {"__meta__":{"hash":"sha256:98e82fa417793259f244cf017fed4aa22c2c58a433fcc498a6924490e2fae1cd"}} as unknown as TypedDocumentString<WorkBenchQuery, WorkBenchQueryVariables>;
export const OpenMerchantTypesDocument = {"__meta__":{"hash":"sha256:dea327dc4ffda498343566cfbd04110725573c03f39a84de76a385fdf5545941"}} as unknown as TypedDocumentString<OpenMerchantTypesQuery, OpenMerchantTypesQueryVariables>;
export const MyApplicationsDocument = {"__meta__":{"hash":"sha256:5a45f5318412aaaff6656e1b3b05b62f9fbc13a731d6a1cd22f880edd7c038b2"}} as unknown as TypedDocumentString<MyApplicationsQuery, MyApplicationsQueryVariables>;
export const ApplicationDeskDocument = {"__meta__":{"hash":"sha256:9736575d0733c17c60fb64ac0ea5e74ff89855b5f7a8520c1db16693f072f3d6"}} as unknown as TypedDocumentString<ApplicationDeskQuery, ApplicationDeskQueryVariables>;
export const ApplicationReviewDocument = {"__meta__":{"hash":"sha256:b543603eec3d784321cab42686224082eec23a6b4ffc045234b7235142b445e7"}} as unknown as TypedDocumentString<ApplicationReviewQuery, ApplicationReviewQueryVariables>;
export const ApplicationChecksDocument = {"__meta__":{"hash":"sha256:4904beb44498098c45995504fa67d0de1027eb54140a386c73933cf43fcebac4"}} as unknown as TypedDocumentString<ApplicationChecksQuery, ApplicationChecksQueryVariables>;
export const StartApplicationDocument = {"__meta__":{"hash":"sha256:7cf6bdebd71b14d2732d0c9a0073c6da6cf628b421e033d7917c0fc4d9140e78"}} as unknown as TypedDocumentString<StartApplicationMutation, StartApplicationMutationVariables>;
export const ChooseApplicationTypeDocument = {"__meta__":{"hash":"sha256:054152287c306baeb4c7d61a5b30ace6a6bbaee7db3981c18732e51482ba741d"}} as unknown as TypedDocumentString<ChooseApplicationTypeMutation, ChooseApplicationTypeMutationVariables>;
export const SaveApplicationDocument = {"__meta__":{"hash":"sha256:c0c80a9ef23d6023693c7ffeb375213427ad117fa0f2d0068b4b365bfdc2c348"}} as unknown as TypedDocumentString<SaveApplicationMutation, SaveApplicationMutationVariables>;
export const SubmitApplicationDocument = {"__meta__":{"hash":"sha256:aa6495fe0be2ccca3a1bed951578420b894c3e0517a596aefcef18b9cf8c4c85"}} as unknown as TypedDocumentString<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const CloseApplicationDocument = {"__meta__":{"hash":"sha256:164f3391370eb7fb16774d5abe4ea71184ec946a2e932f16351fb8e6a9ccdaca"}} as unknown as TypedDocumentString<CloseApplicationMutation, CloseApplicationMutationVariables>;
export const RejectApplicationDocument = {"__meta__":{"hash":"sha256:ebd9adae14a1858f4c6542cb42b44a477801330874fdd49d3e25090e7282ca66"}} as unknown as TypedDocumentString<RejectApplicationMutation, RejectApplicationMutationVariables>;
export const RequestSignUpDocument = {"__meta__":{"hash":"sha256:3e56e58bf0c6b29fdd7780f399ab360e3851edb64c45186c628e23032e319a37"}} as unknown as TypedDocumentString<RequestSignUpMutation, RequestSignUpMutationVariables>;
export const SignUpDocument = {"__meta__":{"hash":"sha256:7f8b9ae80d2f71b7b5e10e0ada6eda9431d9c9a79b6fac3afd1114860835f270"}} as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const AppidsDocument = {"__meta__":{"hash":"sha256:0d536020594d01b2c5aa4f80cf6d814b4e79f60f486d6857169852249a5e7ce7"}} as unknown as TypedDocumentString<AppidsQuery, AppidsQueryVariables>;
export const RegisterAppidDocument = {"__meta__":{"hash":"sha256:1c3cf8cafb90e1296af34e6f3e809a71a8abbf1ff196a847cfcf9e1876f1e65f"}} as unknown as TypedDocumentString<RegisterAppidMutation, RegisterAppidMutationVariables>;
export const PlatformsDocument = {"__meta__":{"hash":"sha256:4317ee3a80f2f3b335fceecf332a26859d2ec2a5e9e3736365d559f4f8086d63"}} as unknown as TypedDocumentString<PlatformsQuery, PlatformsQueryVariables>;
export const PlatformDocument = {"__meta__":{"hash":"sha256:0d0c38852236143f942b860ef2c84a83204d8c93a52dec5d941a68d0730930a3"}} as unknown as TypedDocumentString<PlatformQuery, PlatformQueryVariables>;
export const PlatformOfRoleDocument = {"__meta__":{"hash":"sha256:c31910a6d432827ecc06c5d3bdca503ddeefa4c5c06e5b618b153396ba16e78a"}} as unknown as TypedDocumentString<PlatformOfRoleQuery, PlatformOfRoleQueryVariables>;
export const RoleTreeDocument = {"__meta__":{"hash":"sha256:0abfb114549aa0f9e2e14d9e4a08f12354d2ab270bfd8fbdcca1c9a7378cfafe"}} as unknown as TypedDocumentString<RoleTreeQuery, RoleTreeQueryVariables>;
export const OpenChangeDocument = {"__meta__":{"hash":"sha256:c56357b4362e2f70a033a20aadb6e792d404d92b785d518a4b04cc1f00121158"}} as unknown as TypedDocumentString<OpenChangeQuery, OpenChangeQueryVariables>;
export const RoleGrantsPreviewDocument = {"__meta__":{"hash":"sha256:809f017efd6cc7d107e993423f35ca741493602a01c0d866d5552fcac73df8f2"}} as unknown as TypedDocumentString<RoleGrantsPreviewQuery, RoleGrantsPreviewQueryVariables>;
export const SaveRoleGrantsDocument = {"__meta__":{"hash":"sha256:1e7cbcac2ae309f0040559bd24fb7d29b132f7b1f178c2b45e748c66fd344c6c"}} as unknown as TypedDocumentString<SaveRoleGrantsMutation, SaveRoleGrantsMutationVariables>;
export const CreateRoleDocument = {"__meta__":{"hash":"sha256:813958cbe1325a2d41e21b75d88af9113ce03dda8ea7356d91d5e22b943a71cd"}} as unknown as TypedDocumentString<CreateRoleMutation, CreateRoleMutationVariables>;
export const UpdateRoleDocument = {"__meta__":{"hash":"sha256:af6986aac95ed06a2f11c20571a5c597b65358565697507fd4671d2acec84769"}} as unknown as TypedDocumentString<UpdateRoleMutation, UpdateRoleMutationVariables>;
export const DeleteRoleDocument = {"__meta__":{"hash":"sha256:4c12c6ad98096a03efec235beea65b27e642182aadb93cc1ee1e85146642cce5"}} as unknown as TypedDocumentString<DeleteRoleMutation, DeleteRoleMutationVariables>;
export const KnownPermissionsDocument = {"__meta__":{"hash":"sha256:1d9334bc7b7683e1d5ea3d8db899ba78d56e05196ea9c4bac63c71d684d53c7a"}} as unknown as TypedDocumentString<KnownPermissionsQuery, KnownPermissionsQueryVariables>;
export const PrunePreviewDocument = {"__meta__":{"hash":"sha256:c5a718336078583fa2553c111a34d7cd3dbb9a3c07a0ca463c532d9c42e967da"}} as unknown as TypedDocumentString<PrunePreviewQuery, PrunePreviewQueryVariables>;
export const SaveNodeDocument = {"__meta__":{"hash":"sha256:5c68851a9889edc1a7a0f0e805352daa503465906d59a9afc2c2090602df32ed"}} as unknown as TypedDocumentString<SaveNodeMutation, SaveNodeMutationVariables>;
export const MoveNodeDocument = {"__meta__":{"hash":"sha256:3c85e9abf97f003b69b6a80cfe24f434c498b9dd2114eda9e6d0a85dfc8a4b74"}} as unknown as TypedDocumentString<MoveNodeMutation, MoveNodeMutationVariables>;
export const PruneNodeDocument = {"__meta__":{"hash":"sha256:bdd5e1e7245184bfa64b94b590f5eda57ba85a79ee2d3945905e7f8ce4110bc8"}} as unknown as TypedDocumentString<PruneNodeMutation, PruneNodeMutationVariables>;
export const CreatePlatformDocument = {"__meta__":{"hash":"sha256:b5609a4ea4e832ea2d24aefb3648ab5041a9be169bc428f35548f83c82ca8672"}} as unknown as TypedDocumentString<CreatePlatformMutation, CreatePlatformMutationVariables>;
export const RenamePlatformDocument = {"__meta__":{"hash":"sha256:e34ab81294bf0965c5dc423080ae57f4b5e4395c5d5bdc0df2a839f7e5eb4ea7"}} as unknown as TypedDocumentString<RenamePlatformMutation, RenamePlatformMutationVariables>;
export const CopyPlatformDocument = {"__meta__":{"hash":"sha256:01ba1c38f5e16b3076b8a23b515965b168544f9b387854ceae953db0b83bae28"}} as unknown as TypedDocumentString<CopyPlatformMutation, CopyPlatformMutationVariables>;
export const ExportPlatformDocument = {"__meta__":{"hash":"sha256:f72891e3687ebd86b80f1875dd18704f4a11cd813f07725e4cd5e8753376ad07"}} as unknown as TypedDocumentString<ExportPlatformMutation, ExportPlatformMutationVariables>;
export const ImportPlatformDocument = {"__meta__":{"hash":"sha256:555d0b13c226eb57dd24b86b1c58121b8e19aa778c92a0947ea72f9bf2065657"}} as unknown as TypedDocumentString<ImportPlatformMutation, ImportPlatformMutationVariables>;
export const ImportPreviewDocument = {"__meta__":{"hash":"sha256:940ef38e63e19477243076d1ddef1a59b2a356f6a5e42a0ccbec73b29793caf0"}} as unknown as TypedDocumentString<ImportPreviewQuery, ImportPreviewQueryVariables>;
export const ImportIntoPlatformDocument = {"__meta__":{"hash":"sha256:9f86515ebaf44d30de37163bad950f2fde5a743efa8d34b6be0095942f10e61b"}} as unknown as TypedDocumentString<ImportIntoPlatformMutation, ImportIntoPlatformMutationVariables>;
export const RetirePlatformDocument = {"__meta__":{"hash":"sha256:b7c2dbc71febd026c164f35086b9734a8fd0ea70d4ee515faf3ccf40a9bfd4f6"}} as unknown as TypedDocumentString<RetirePlatformMutation, RetirePlatformMutationVariables>;
export const OrderReceiptPageDocument = {"__meta__":{"hash":"sha256:2b23bd356e1a7f0e588ee22caa6cb1438897790638edcf95e87dfb7c254c2538"}} as unknown as TypedDocumentString<OrderReceiptPageQuery, OrderReceiptPageQueryVariables>;
export const SaleStoresDocument = {"__meta__":{"hash":"sha256:1acd75062d0d05c498fbb87539774b4a33d025f45687b5fd5a4f2320ceb3643b"}} as unknown as TypedDocumentString<SaleStoresQuery, SaleStoresQueryVariables>;
export const SaleProductsDocument = {"__meta__":{"hash":"sha256:5658d0005c9e87f4669438e6182abd31599feed1bbaf913a5e6711759dd1a0d6"}} as unknown as TypedDocumentString<SaleProductsQuery, SaleProductsQueryVariables>;
export const SaleSellersDocument = {"__meta__":{"hash":"sha256:eb0dda1ec8bc0ecfef165ddcbea82071347ba0cf799897fba35222aae38cbe1d"}} as unknown as TypedDocumentString<SaleSellersQuery, SaleSellersQueryVariables>;
export const SaleAgreementDocument = {"__meta__":{"hash":"sha256:7e0777381d11a6ea1a2a3a57b0bf5b7cbd012ac5081cb32bab193e87be88a844"}} as unknown as TypedDocumentString<SaleAgreementQuery, SaleAgreementQueryVariables>;
export const ForeseeSaleDocument = {"__meta__":{"hash":"sha256:3ba4b59af337ea3f3ab5fd0f421d37aca39e434713034a4193129c5a579a9e00"}} as unknown as TypedDocumentString<ForeseeSaleQuery, ForeseeSaleQueryVariables>;
export const PlaceSaleDocument = {"__meta__":{"hash":"sha256:fce93ede264b23643b8ec57c6c1a0cd441f8d2c2f86ba6ef4e0cbd24e9bcea7f"}} as unknown as TypedDocumentString<PlaceSaleMutation, PlaceSaleMutationVariables>;
export const OfferSaleDocument = {"__meta__":{"hash":"sha256:94835e17aa4e4da63b9e7fcbac1d96ff9a07002e4a555d5c097a9b71dad0f662"}} as unknown as TypedDocumentString<OfferSaleMutation, OfferSaleMutationVariables>;
export const CancelSaleDocument = {"__meta__":{"hash":"sha256:bd2c874a5c0e7a4737a458b244f05bd8d367ed101ae6f666730330e0f7ddfd74"}} as unknown as TypedDocumentString<CancelSaleMutation, CancelSaleMutationVariables>;
export const SaleOrderDocument = {"__meta__":{"hash":"sha256:bc7701a2890fbe7c4aef34215267945a41c0f656a9ce2396a31f80e49d006800"}} as unknown as TypedDocumentString<SaleOrderQuery, SaleOrderQueryVariables>;
export const SoldCardDocument = {"__meta__":{"hash":"sha256:40fd21591815cb1d65610a986a24f150603db03c1a85a225a52c3f61883fabb8"}} as unknown as TypedDocumentString<SoldCardQuery, SoldCardQueryVariables>;
export const SalesMerchantsDocument = {"__meta__":{"hash":"sha256:881d48ccf760965a8ba4e68e4c369f79ac8fc7f2db50eeee4f70135d5fa8d381"}} as unknown as TypedDocumentString<SalesMerchantsQuery, SalesMerchantsQueryVariables>;
export const SalesMapDocument = {"__meta__":{"hash":"sha256:97c45a779e722edbd734defe7c87e59d4bc355e44e6b57e852d556d26b1bd2fb"}} as unknown as TypedDocumentString<SalesMapQuery, SalesMapQueryVariables>;
export const ExplainSaleDocument = {"__meta__":{"hash":"sha256:1126510760a84e3456ab31ac50fed288347b2d74adc77fafe3348a6c063934ac"}} as unknown as TypedDocumentString<ExplainSaleQuery, ExplainSaleQueryVariables>;
export const TrialPeopleDocument = {"__meta__":{"hash":"sha256:b0af1f3e5b5054d2a718a4a9b7fdf700f1e6bbc9424b9e78ec35ceecaa472ea3"}} as unknown as TypedDocumentString<TrialPeopleQuery, TrialPeopleQueryVariables>;
export const TrialServicesDocument = {"__meta__":{"hash":"sha256:cc6aa5c9e10c763b68125e3486bd931cba13cb9099bbdbdb3dacda321be40214"}} as unknown as TypedDocumentString<TrialServicesQuery, TrialServicesQueryVariables>;
export const TrialPackagesDocument = {"__meta__":{"hash":"sha256:1566e193a4a2dabb285bf8c9f6b861ecb17244b4905aa01b76c80e538b7b4fc2"}} as unknown as TypedDocumentString<TrialPackagesQuery, TrialPackagesQueryVariables>;
export const TryCommissionDocument = {"__meta__":{"hash":"sha256:5c7d1878955164c9d1ad493372ce3667ed07fdac9466a699a1e509085a53024c"}} as unknown as TypedDocumentString<TryCommissionQuery, TryCommissionQueryVariables>;
export const SignInOptionsDocument = {"__meta__":{"hash":"sha256:7d9b6a9231e6b11ac1d426f6f4533e41967058a57a3d69de4e4a9edf7d612326"}} as unknown as TypedDocumentString<SignInOptionsQuery, SignInOptionsQueryVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:35821d692c7c0998ede12786318e3d9361c84614cb85ede7dcebfea325c14856"}} as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const VerifySecondFactorDocument = {"__meta__":{"hash":"sha256:5822dd0cc95ada7bf8a1954ca6e630a31f328739f99bfdb59ef20a33d498ac4d"}} as unknown as TypedDocumentString<VerifySecondFactorMutation, VerifySecondFactorMutationVariables>;
export const RequestPasswordResetDocument = {"__meta__":{"hash":"sha256:fcef152e51f6ef00a9cab281de7e3fb4f41fa44ec10cfcb39fe22d65bf0eb6f3"}} as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = {"__meta__":{"hash":"sha256:462e682b5f6ee0b082acfa1cc500a2e34bba11ecdd4c60365ac5c0abb76ad341"}} as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const AppConfigDocument = {"__meta__":{"hash":"sha256:81bd02dee09313e2b8c8b380f16fae9f0305b9235af83b61a095da93ab2762d8"}} as unknown as TypedDocumentString<AppConfigQuery, AppConfigQueryVariables>;
export const PageConfigDocument = {"__meta__":{"hash":"sha256:0ace75222ca117b7564d780b0f31115df30a57fa118b06e3dfd6ea14879835dd"}} as unknown as TypedDocumentString<PageConfigQuery, PageConfigQueryVariables>;
export const PageAtDocument = {"__meta__":{"hash":"sha256:af7118a0efcbbba68d7b9ae0e345d7831e88d39db388a0eac18212898ca5395b"}} as unknown as TypedDocumentString<PageAtQuery, PageAtQueryVariables>;
export const SavedViewsDocument = {"__meta__":{"hash":"sha256:8b646e06f05b55219d2bf40a1d1552af9fc1f544cf1cbba25d60839d84ddbf60"}} as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = {"__meta__":{"hash":"sha256:af130c6879f477f1acfffc31d4ed8484529f0a27255bc585ab3d8cbaaeb500e8"}} as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = {"__meta__":{"hash":"sha256:ce47aa01e4bb7ed67a35965e80ab5953f1edcf35469a3df5c2484747848017e9"}} as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const MySettingsDocument = {"__meta__":{"hash":"sha256:5aab195275c26790714cf69a3a6888997ac6ba10b261560d191d49da6398da1f"}} as unknown as TypedDocumentString<MySettingsQuery, MySettingsQueryVariables>;
export const SaveSettingDocument = {"__meta__":{"hash":"sha256:9cb8b53f32c01a04dfadea990ffcd32f48a848ba58a1dcfa51fd507f04d56ca2"}} as unknown as TypedDocumentString<SaveSettingMutation, SaveSettingMutationVariables>;
export const GlobalSearchDocument = {"__meta__":{"hash":"sha256:8d790d39e105e6bd9379d3cd09334228d40ba40276cde33ff1d445cb623eb487"}} as unknown as TypedDocumentString<GlobalSearchQuery, GlobalSearchQueryVariables>;
export const TaskProgressDocument = {"__meta__":{"hash":"sha256:3e26a29477457ef0111ca01d5d388a8d4d5d44b42931164a769cb8b733283f66"}} as unknown as TypedDocumentString<TaskProgressQuery, TaskProgressQueryVariables>;
export const MyTasksDocument = {"__meta__":{"hash":"sha256:2a2ae12cdd1042087efedfb363d49fe5cdadb27bec96f17f9e63be60bb0c26af"}} as unknown as TypedDocumentString<MyTasksQuery, MyTasksQueryVariables>;
export const DownloadTaskFileDocument = {"__meta__":{"hash":"sha256:02d9070bd19a8f6c50dec5de190cf6b2d80b020f758bcb8b8ec63c7e68b738d9"}} as unknown as TypedDocumentString<DownloadTaskFileMutation, DownloadTaskFileMutationVariables>;
export const UnreadNoticesDocument = {"__meta__":{"hash":"sha256:c84080dd280580ca9a40c051bfa2581d96a9184da1a781b44cb544bcfd4311bc"}} as unknown as TypedDocumentString<UnreadNoticesQuery, UnreadNoticesQueryVariables>;
export const MyNoticesDocument = {"__meta__":{"hash":"sha256:a34c0df38aaef9023946496ecf116e2a940e5046304a62da52f058f13d6499fa"}} as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const MarkNoticesReadDocument = {"__meta__":{"hash":"sha256:8082f016acbd25486134538f4aa8447e15e6808a3fc45a7efb7a833c1f823c7c"}} as unknown as TypedDocumentString<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>;
export const MarkAllNoticesReadDocument = {"__meta__":{"hash":"sha256:557be3d24962ff02c9c371f744715030ff607feb7b42a17fbd07b14f15da124a"}} as unknown as TypedDocumentString<MarkAllNoticesReadMutation, MarkAllNoticesReadMutationVariables>;
export const StartUploadDocument = {"__meta__":{"hash":"sha256:78d7fff662e6a0f8b50e64691ba7ece390fe278d9e9a991cb6463ffd633ef274"}} as unknown as TypedDocumentString<StartUploadMutation, StartUploadMutationVariables>;
export const RevealFieldDocument = {"__meta__":{"hash":"sha256:a60245e02408da6ebaed23710c9bd6f0b5624830cd8723a3a3eb7da39511f32f"}} as unknown as TypedDocumentString<RevealFieldMutation, RevealFieldMutationVariables>;
export const MeDocument = {"__meta__":{"hash":"sha256:a1db865e451b510b177196992c93ff189983cec0a592eb98222f49316304356c"}} as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:be9821d5d85f3e223b8c4382d8aeb57417353b1741d3c9712b878c3097d9187a"}} as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SwitchMembershipDocument = {"__meta__":{"hash":"sha256:40100ac5afb0d13a7fdff1558d0a2d404ad147defc10d60b76747174ee5cad87"}} as unknown as TypedDocumentString<SwitchMembershipMutation, SwitchMembershipMutationVariables>;
export const StepUpDocument = {"__meta__":{"hash":"sha256:b0bba9fcec161a5df23a3033daabd1debb8f92e53503fc94103753516567caf3"}} as unknown as TypedDocumentString<StepUpMutation, StepUpMutationVariables>;
export const LockScreenDocument = {"__meta__":{"hash":"sha256:f4f25142ec08416bb6822d4f1b5d4616f03c14df5244bddc907dce78de3c399b"}} as unknown as TypedDocumentString<LockScreenMutation, LockScreenMutationVariables>;
export const UnlockScreenDocument = {"__meta__":{"hash":"sha256:a29bcbeb9f0d6dc28210fa9f67f1cd7e2ee11188b1f94093e4baab3dacd5e5d2"}} as unknown as TypedDocumentString<UnlockScreenMutation, UnlockScreenMutationVariables>;
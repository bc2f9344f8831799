/** The three groups of table 四, each of the same five figures. */
export const TABLE_FOUR_GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const
export const TABLE_FOUR_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const

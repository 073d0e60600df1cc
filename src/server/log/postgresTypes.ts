import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  RawNode,
  type QueryId,
} from 'kysely'

/**
 * The same words for tables mean the same on PostgreSQL as on SQLite: text is compared and ordered byte by byte, whatever
 * language the database speaks, and a whole number has 64 bits.
 */
const MEANT = new Map([
  ['text', 'text collate "C"'],
  ['integer', 'bigint'],
])

class OurTypes extends OperationNodeTransformer {
  protected override transformColumnDefinition(
    node: ColumnDefinitionNode,
    queryId?: QueryId,
  ): ColumnDefinitionNode {
    const kept = super.transformColumnDefinition(node, queryId)
    const meant = DataTypeNode.is(kept.dataType) ? MEANT.get(kept.dataType.dataType) : undefined
    return meant === undefined ? kept : { ...kept, dataType: RawNode.createWithSql(meant) }
  }
}

const transformer = new OurTypes()

export const ourTypes: KyselyPlugin = {
  transformQuery: ({ node, queryId }) =>
    node.kind === 'CreateTableNode' || node.kind === 'AlterTableNode'
      ? transformer.transformNode(node, queryId)
      : node,
  transformResult: async ({ result }) => result,
}

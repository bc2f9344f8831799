import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { type IndexSpec, TABLE } from '../../shared/table.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

const projection = ({ shows }: IndexSpec) => {
  if (shows === undefined) return { projectionType: ProjectionType.ALL }
  return shows.length === 0
    ? { projectionType: ProjectionType.KEYS_ONLY }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shows] }
}

/** The one table, with point-in-time recovery; it cannot be deleted by accident and stays when the stack goes. */
export class SubmissionTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of TABLE.indexes)
      this.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        ...projection(index),
      })
  }
}

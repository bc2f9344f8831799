import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { TABLE } from '../../shared/pipeline.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table, with point-in-time recovery; it cannot be deleted by accident and stays when the stack goes. */
export class SubmissionTable extends Table {
  readonly indexArns: readonly string[]

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const { name, partitionKey, sortKey } of TABLE.indexes)
      this.addGlobalSecondaryIndex({ indexName: name, partitionKey: text(partitionKey), sortKey: text(sortKey) })
    this.indexArns = TABLE.indexes.map(({ name }) => `${this.tableArn}/index/${name}`)
  }
}

#include "core/store/migrations_0001.h"

namespace cohoi::store {

// Every record has a number of its own (rid) beside its id: lists and derived tables hold the number, links and the log the id.
// It is declared, so that VACUUM keeps it. What is not there is NULL, never an empty text.
const char migration_0001[] = R"sql(
CREATE TABLE account(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT, "kind" TEXT, "status" TEXT, "tax_code" TEXT,
  "email" TEXT, "phone" TEXT, "website" TEXT, "industry" TEXT, "street" TEXT, "city" TEXT, "region" TEXT,
  "postal_code" TEXT, "country" TEXT, "parent_id" TEXT, "owner_id" TEXT, "source" TEXT, "employees" INTEGER,
  "founded" INTEGER, "revenue" INTEGER, "revenue_currency" TEXT, "customer_since" TEXT, "tags" TEXT,
  "notes" TEXT, "imported_from" TEXT, "created_at" INTEGER
);
CREATE TABLE contact(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "first_name" TEXT, "last_name" TEXT, "title" TEXT,
  "email" TEXT, "phone" TEXT, "mobile" TEXT, "account_id" TEXT, "do_not_call" INTEGER, "do_not_email" INTEGER,
  "street" TEXT, "city" TEXT, "region" TEXT, "postal_code" TEXT, "country" TEXT, "source" TEXT, "owner_id" TEXT,
  "tags" TEXT, "notes" TEXT, "imported_from" TEXT, "created_at" INTEGER
);
CREATE TABLE lead(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "first_name" TEXT, "last_name" TEXT, "company" TEXT,
  "title" TEXT, "part" TEXT, "email" TEXT, "phone" TEXT, "website" TEXT, "tax_code" TEXT, "industry" TEXT,
  "street" TEXT, "city" TEXT, "region" TEXT, "postal_code" TEXT, "country" TEXT, "source" TEXT, "interest" TEXT,
  "status" TEXT, "disqualify_reason" TEXT, "disqualify_note" TEXT, "estimated_budget" INTEGER,
  "estimated_budget_currency" TEXT, "expected_purchase" TEXT, "needs" TEXT, "present_supplier" TEXT,
  "supplier_dropped" TEXT, "payment_terms_discussed" INTEGER, "payment_terms" TEXT, "do_not_call" INTEGER,
  "do_not_email" INTEGER, "owner_id" TEXT, "contact_id" TEXT, "account_id" TEXT, "tags" TEXT, "notes" TEXT,
  "converted_account_id" TEXT, "converted_contact_id" TEXT, "converted_opportunity_id" TEXT,
  "converted_at" INTEGER, "conversion_override" TEXT, "conversion_transaction" TEXT,
  "imported_converted" INTEGER, "imported_from" TEXT, "created_at" INTEGER
);
CREATE TABLE opportunity(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT, "account_id" TEXT, "pipeline_id" TEXT,
  "stage_id" TEXT, "amount" INTEGER, "amount_currency" TEXT, "expected_close" TEXT, "closed_on" TEXT,
  "probability" INTEGER, "forecast_category" TEXT, "owner_id" TEXT, "source" TEXT, "needs" TEXT,
  "present_supplier" TEXT, "supplier_dropped" TEXT, "payment_terms_discussed" INTEGER, "payment_terms" TEXT,
  "contract_drafted" INTEGER, "contract_signed" INTEGER, "contract_number" TEXT, "order_number" TEXT,
  "loss_reason" TEXT, "loss_note" TEXT, "competitor" TEXT, "lost_at_stage_id" TEXT, "lead_id" TEXT,
  "override_reason" TEXT, "imported_without_gate" INTEGER, "tags" TEXT, "notes" TEXT, "imported_from" TEXT,
  "created_at" INTEGER
);
CREATE TABLE activity(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "kind" TEXT, "subject" TEXT, "notes" TEXT, "due_at" INTEGER,
  "done_at" INTEGER, "owner_id" TEXT, "lead_id" TEXT, "opportunity_id" TEXT, "account_id" TEXT,
  "contact_id" TEXT, "imported_from" TEXT, "created_at" INTEGER
);
CREATE TABLE answer(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "lead_id" TEXT, "opportunity_id" TEXT, "criterion" TEXT,
  "question" TEXT, "answer" TEXT, "evidence" TEXT, "evidence_activity_id" TEXT, "answered_at" INTEGER,
  "answered_by" TEXT
);
CREATE TABLE contact_role(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "opportunity_id" TEXT, "contact_id" TEXT, "part" TEXT,
  "primary" INTEGER
);
CREATE TABLE line_item(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "opportunity_id" TEXT, "product_id" TEXT, "description" TEXT,
  "quantity" INTEGER, "price" INTEGER, "price_currency" TEXT, "discount_percent" INTEGER
);
CREATE TABLE stage_visit(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "opportunity_id" TEXT, "stage_id" TEXT, "entered_at" INTEGER,
  "left_at" INTEGER, "entered_by" TEXT, "override_reason" TEXT, "missing" TEXT, "imported_without_gate" INTEGER
);
CREATE TABLE product(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT, "code" TEXT, "series" TEXT, "price" INTEGER,
  "price_currency" TEXT, "retired" INTEGER, "imported_from" TEXT, "created_at" INTEGER
);
CREATE TABLE criterion(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "key" TEXT, "question" TEXT, "kind" TEXT, "weight" INTEGER,
  "position" INTEGER, "retired" INTEGER
);
CREATE TABLE pipeline(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "key" TEXT, "name" TEXT, "position" INTEGER
);
CREATE TABLE stage(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "pipeline_id" TEXT, "key" TEXT, "name" TEXT, "kind" TEXT,
  "position" INTEGER, "probability" INTEGER, "rots_after_days" INTEGER, "forecast_category" TEXT, "gate" TEXT
);
CREATE TABLE owner(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT, "email" TEXT, "is_me" INTEGER,
  "retired" INTEGER
);
CREATE TABLE choice(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "list" TEXT, "key" TEXT, "name" TEXT, "position" INTEGER,
  "retired" INTEGER
);
CREATE TABLE setting(
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "key" TEXT, "value" TEXT
);

-- Behind every link, and behind what lists are sorted by. Columns that are mostly empty are indexed where they are given.
CREATE INDEX account_parent ON account(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX account_owner ON account(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX account_created ON account(created_at);
CREATE INDEX account_imported ON account(imported_from) WHERE imported_from IS NOT NULL;
CREATE INDEX contact_account ON contact(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX contact_owner ON contact(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX contact_created ON contact(created_at);
CREATE INDEX contact_imported ON contact(imported_from) WHERE imported_from IS NOT NULL;
CREATE INDEX lead_status ON lead(status);
CREATE INDEX lead_owner ON lead(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX lead_created ON lead(created_at);
CREATE INDEX lead_expected_purchase ON lead(expected_purchase) WHERE expected_purchase IS NOT NULL;
CREATE INDEX lead_contact ON lead(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX lead_account ON lead(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX lead_converted_account ON lead(converted_account_id) WHERE converted_account_id IS NOT NULL;
CREATE INDEX lead_converted_contact ON lead(converted_contact_id) WHERE converted_contact_id IS NOT NULL;
CREATE INDEX lead_converted_opportunity ON lead(converted_opportunity_id) WHERE converted_opportunity_id IS NOT NULL;
CREATE INDEX lead_imported ON lead(imported_from) WHERE imported_from IS NOT NULL;
CREATE INDEX opportunity_account ON opportunity(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX opportunity_stage ON opportunity(stage_id);
CREATE INDEX opportunity_pipeline ON opportunity(pipeline_id);
CREATE INDEX opportunity_owner ON opportunity(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX opportunity_created ON opportunity(created_at);
CREATE INDEX opportunity_expected_close ON opportunity(expected_close);
CREATE INDEX opportunity_closed_on ON opportunity(closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX opportunity_amount ON opportunity(amount);
CREATE INDEX opportunity_lead ON opportunity(lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX opportunity_lost_at ON opportunity(lost_at_stage_id) WHERE lost_at_stage_id IS NOT NULL;
CREATE INDEX opportunity_imported ON opportunity(imported_from) WHERE imported_from IS NOT NULL;
CREATE INDEX activity_lead ON activity(lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX activity_opportunity ON activity(opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX activity_account ON activity(account_id) WHERE account_id IS NOT NULL;
CREATE INDEX activity_contact ON activity(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_owner ON activity(owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX activity_open ON activity(due_at) WHERE done_at IS NULL;
CREATE INDEX activity_done ON activity(done_at) WHERE done_at IS NOT NULL;
CREATE INDEX activity_imported ON activity(imported_from) WHERE imported_from IS NOT NULL;
CREATE INDEX answer_lead ON answer(lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX answer_opportunity ON answer(opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX answer_activity ON answer(evidence_activity_id) WHERE evidence_activity_id IS NOT NULL;
CREATE INDEX contact_role_opportunity ON contact_role(opportunity_id);
CREATE INDEX contact_role_contact ON contact_role(contact_id);
CREATE INDEX line_item_opportunity ON line_item(opportunity_id);
CREATE INDEX line_item_product ON line_item(product_id) WHERE product_id IS NOT NULL;
CREATE INDEX stage_visit_opportunity ON stage_visit(opportunity_id);
CREATE INDEX stage_visit_stage ON stage_visit(stage_id);
CREATE INDEX stage_pipeline ON stage(pipeline_id);

-- The change log. One row of change_transaction for each commit; its changes in order of seq. Values keep their type: INTEGER a
-- number, TEXT a text, BLOB money ("VND 1234"), NULL not given. An empty field stands for the whole record, as JSON.
CREATE TABLE change_transaction(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hlc INTEGER NOT NULL, device TEXT NOT NULL, actor TEXT NOT NULL,
  kind TEXT NOT NULL, label TEXT NOT NULL, reverts TEXT
);
CREATE INDEX change_transaction_reverts ON change_transaction(reverts) WHERE reverts IS NOT NULL;
CREATE TABLE change_log(
  seq INTEGER PRIMARY KEY, tx INTEGER NOT NULL, hlc INTEGER NOT NULL, entity TEXT NOT NULL, record TEXT NOT NULL,
  field TEXT NOT NULL, "before", "after"
);
CREATE INDEX change_log_transaction ON change_log(tx);
CREATE INDEX change_log_record ON change_log(record);

-- Derived from the records, made anew when meta "derived" is of another program.
-- search.rid = rid of the record * 32 + number of its entity; entity is that number.
CREATE TABLE search(rid INTEGER PRIMARY KEY, entity INTEGER NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL);
-- Titles by the Vietnamese alphabet; rid is the record's own number here. Of equal titles the newest stands first.
CREATE TABLE title_order(
  entity INTEGER NOT NULL, sort_key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(entity, sort_key, rid DESC)
) WITHOUT ROWID;
-- A 64-bit hash of entity, kind and normal form: 100,000 leads have 600,000 of them.
CREATE TABLE match_key(hash INTEGER NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(hash, rid)) WITHOUT ROWID;
CREATE TABLE lead_facts(rid INTEGER PRIMARY KEY, verdict TEXT NOT NULL, score INTEGER NOT NULL, missing TEXT);
CREATE INDEX lead_facts_verdict ON lead_facts(verdict);
CREATE INDEX lead_facts_score ON lead_facts(score);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

}  // namespace cohoi::store

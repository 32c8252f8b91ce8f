# The register open both ways: open data, the feed of changes, descriptions received, tables, the card for other sites.

open-role-request = Provides the service at the stage of requesting
open-role-execution = Carries the service out
open-role-receipt = Hands over the result of the service
open-document-required = Everybody needs it
open-document-optional = Needed in some cases
open-output-decision = Decision
open-output-payment = Payment
open-output-document = Document
open-output-registration = Entry in a register
open-output-assistance = Assistance
open-output-information = Information
open-rule-law = Legal basis
open-rule-procedure = How to get the service
open-rule-appeal = How to contest and appeal
open-rule-audience = Whom the service is for

open-data-catalogue = Open data of Durvis
open-data-catalogue-about = Catalogue of the open data of the register of public services.
open-data-services = Register of public services
open-data-services-about = Descriptions of all public services: holder, providers, channels with fee and deadline, conditions, documents, legal basis, appeal. In Latvian and English.
open-data-turtle = All services as linked data (Turtle, CPSV-AP 3.2)
open-data-turtle-about = One file with every public service; conforms to CPSV-AP 3.2.
open-data-jsonl = All services as JSON lines
open-data-jsonl-about = One service a line, in the same shape as the interface gives it.
open-data-csv = All services as a CSV table
open-data-csv-about = One service a row, with its name, holder, and fee and deadline of each channel.
open-data-api = Interface of the register of services
open-data-api-about = Services one by one, their versions, and the feed of changes; described as OpenAPI 3.1.

error-feed-cursor = There is no such place in the feed of changes.
    .next = Download all services again and go on from the place that the Link header of that answer names.
error-date-ahead = { $date } has not come yet; what will be in force is told on that day.

error-service-external-id = Give the name of the service in your system: 1 to 200 characters without line breaks.
error-service-name-taken = This name belongs to service { $code } already.
    .kept = Nothing was changed.
    .next = Use another name, or send the description without a code.

using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>Serialisation of every contract, generated at build time: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonChanged))]
[JsonSerializable(typeof(HouseholdChanged))]
[JsonSerializable(typeof(InsuranceMembershipChanged))]
[JsonSerializable(typeof(EmploymentStarted))]
[JsonSerializable(typeof(EmploymentEnded))]
[JsonSerializable(typeof(BenefitGranted))]
[JsonSerializable(typeof(BenefitSuspended))]
[JsonSerializable(typeof(BenefitEnded))]
[JsonSerializable(typeof(HospitalAdmitted))]
[JsonSerializable(typeof(HospitalDischarged))]
[JsonSerializable(typeof(SupportFileOpened))]
[JsonSerializable(typeof(SupportFileClosed))]
[JsonSerializable(typeof(EvictionClaimed))]
[JsonSerializable(typeof(BankruptcyDeclared))]
[JsonSerializable(typeof(CircumstanceReported))]
[JsonSerializable(typeof(FactWithdrawn))]
[JsonSerializable(typeof(CitizenIdentityReplaced))]
[JsonSerializable(typeof(ScharniermomentDetected))]
[JsonSerializable(typeof(ScharniermomentWithdrawn))]
[JsonSerializable(typeof(SignalIssued))]
[JsonSerializable(typeof(SignalUpdated))]
[JsonSerializable(typeof(SignalWithdrawn))]
[JsonSerializable(typeof(SignalDelivered))]
[JsonSerializable(typeof(SignalRefused))]
[JsonSerializable(typeof(SignalAnswered))]
public sealed partial class ContractsJson : JsonSerializerContext;

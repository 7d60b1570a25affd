using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Backtest;

/// <summary>
/// The contracts that rules look at, of the citizen and of those who live with her. A fact of another contract changes no answer: it need not be read, and nothing need be evaluated when it comes.
/// </summary>
public sealed class HistoryContracts
{
    // Who she is and with whom she lives counts for every rule: who died has no moments, and a shelter parts a household.
    private static readonly string[] Person = [Name<PersonChanged>(), Name<HouseholdChanged>(), Name<CircumstanceReported>(), Name<FactWithdrawn>()];
    private static readonly string[] Files = [Name<SupportFileOpened>(), Name<SupportFileClosed>()];
    private static readonly string[][] Pairs =
    [
        [Name<EmploymentStarted>(), Name<EmploymentEnded>()], [Name<BenefitGranted>(), Name<BenefitSuspended>(), Name<BenefitEnded>()],
        [Name<HospitalAdmitted>(), Name<HospitalDischarged>()], Files,
    ];

    private readonly HashSet<string> own = [.. Person];
    private readonly HashSet<string> household = [.. Person];
    private readonly HashSet<string> triggers = [];

    /// <summary>Of these rules.</summary>
    public HistoryContracts(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            triggers.Add(rule.When.Contract);
            Add(rule.When.Of, rule.When.Contract);
            foreach (var condition in rule.And.Concat(rule.Unless))
                Add(condition.Of, condition.Contract);
            if (rule.Who.KnownTo.Count > 0)
                own.UnionWith(Files);
        }

        Own = [.. own, .. Files.Append(Name<InsuranceMembershipChanged>()).Except(own)];
    }

    /// <summary>To read of the citizen: also what says which partner serves her.</summary>
    public IReadOnlyCollection<string> Own { get; }

    /// <summary>To read of those who live, or lived, with her.</summary>
    public IReadOnlyCollection<string> Household => household;

    /// <summary>Whether a fact that becomes known can change what rules find.</summary>
    public bool Matters(Fact fact, bool isHers) => (isHers ? own : household).Contains(ContractOf(fact));

    /// <summary>Whether a moment can hang on it.</summary>
    public bool IsTrigger(Fact fact) => triggers.Contains(ContractOf(fact));

    private static string ContractOf(Fact fact) => fact is FactWithdrawn withdrawn ? withdrawn.Contract : FactContract.NameOf(fact.GetType());

    private static string Name<T>()
        where T : Fact => FactContract.NameOf<T>();

    private void Add(Whose whose, string contract)
    {
        var contracts = Pairs.FirstOrDefault(pair => pair.Contains(contract)) ?? [contract];
        (whose == Whose.Household ? household : own).UnionWith(contracts);
    }
}

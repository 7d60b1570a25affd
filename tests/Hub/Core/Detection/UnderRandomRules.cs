using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Tests.Given;

namespace IntegrationHub.Core.Tests.Detection;

public sealed class UnderRandomRules : WhateverHappens
{
    private static readonly RuleSet[] Sets = [.. Enumerable.Range(0, 100).Select(seed => new AnyRules(new Random(seed)).Set(8))];

    protected override IReadOnlyList<RuleSet> RuleSets => Sets;
}

using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Tests.Detection;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>The rules of <c>deploy/rules</c>, over the same histories as random ones.</summary>
public sealed class UnderTheRulesThatShip : WhateverHappens
{
    private static readonly RuleSet[] Sets = [new(RuleFolder.Read(RuleFolder.BuiltIn, rights: null).Rules, [])];

    protected override IReadOnlyList<RuleSet> RuleSets => Sets;
}

using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Delivery;

/// <summary>A fact of which a recipient may see something.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Person">What identifies a person in it.</param>
/// <param name="Fields">The fields that may be seen.</param>
/// <param name="Grounds">By which authorisations.</param>
internal sealed record VisibleFact(Fact Fact, SealedPerson? Person, IReadOnlySet<string> Fields, IReadOnlyList<Authorisation> Grounds)
{
    public override string ToString() => "VisibleFact(hidden)";
}

namespace IntegrationHub.Host.Tests.Rules.Defaults;

/// <summary>Says which outcome of which rule a story tells. <see cref="Story"/> holds the story to it, <see cref="TheDefaultSet"/> asks all three of every rule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TellsAttribute(Outcome outcome, string of) : Attribute
{
    public Outcome Outcome { get; } = outcome;

    /// <summary>Id of the rule.</summary>
    public string Of { get; } = of;

    /// <summary>Whether the answers that the story got, in their order, show it.</summary>
    public bool IsShownBy(IReadOnlyList<IReadOnlyCollection<string>> answers) => Outcome switch
    {
        Outcome.Fires => answers.Any(answer => answer.Contains(Of)),
        Outcome.HeldBack => answers.Any(answer => !answer.Contains(Of)),
        _ => answers.SkipWhile(answer => !answer.Contains(Of)).Any(answer => !answer.Contains(Of)),
    };
}

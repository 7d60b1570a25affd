using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Recognises one kind of hinge moment. Pure: the same timeline and time give the same finding, whatever the order in which facts arrived.</summary>
public interface IRule
{
    /// <summary>Id of the rule, kebab-case.</summary>
    string Id { get; }

    /// <summary>Kind of moment it finds, kebab-case Dutch code.</summary>
    string MomentCode { get; }

    /// <summary>The contract of the facts that carry its moments: without one it finds nothing.</summary>
    string AnchorContract { get; }

    /// <summary>The moments that hold now, and when to look again although no fact changed.</summary>
    Finding Evaluate(Timeline timeline, DateTimeOffset now);
}

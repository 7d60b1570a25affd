namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>The text of one element or attribute.</summary>
/// <param name="Text">Without white space around it.</param>
/// <param name="Line">Its line within the notification, from 1.</param>
/// <param name="IsRepeated">Whether the notification holds more than one: then none counts.</param>
internal sealed record Field(string Text, int Line, bool IsRepeated = false)
{
    /// <summary>Shows nothing of the text.</summary>
    public override string ToString() => $"Field(line {Line})";
}

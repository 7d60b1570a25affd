namespace IntegrationHub.Core.Detection;

/// <summary>The gate refused a recipient, or nobody could be chosen (recipient empty).</summary>
public sealed record SignalRefusal(string Recipient, string Reason);

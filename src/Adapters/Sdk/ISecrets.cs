namespace IntegrationHub.Adapters.Sdk;

/// <summary>Opens references to secrets. Options hold references, never values.</summary>
public interface ISecrets
{
    /// <summary>The secret behind <c>env:NAME</c> or <c>file:PATH</c> (relative to the configuration folder; surrounding white space is cut).</summary>
    /// <exception cref="PermanentFailureException">The reference has another form, or nothing is behind it. The message names the reference.</exception>
    string Open(string reference);
}

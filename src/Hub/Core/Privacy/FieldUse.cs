namespace IntegrationHub.Core.Privacy;

/// <summary>When a field of a contract is stored.</summary>
public enum FieldUse
{
    /// <summary>It makes the fact the fact that it is: stored with it, and shown only under the field of the same name.</summary>
    Identity,

    /// <summary>A date or a code by which rules recognise moments and rights: stored where a ground names the contract, and never shown itself.</summary>
    Contract,

    /// <summary>Stored, and shown, only where a ground names the field.</summary>
    Named,
}

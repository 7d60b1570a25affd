namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>Whether RegistreerInschrijving or RegistreerUitschrijving did what was asked.</summary>
internal static class RegistrationResult
{
    public static bool Succeeded(MagdaReply reply)
    {
        if (reply.Unreadable is not null || reply.FaultCode is not null)
            return false;
        if (reply.Has(CodeMeaning.AlreadyRegistered))
            return true;
        return !reply.Exceptions.Any(one => one.IsError) && reply.Inhoud?.Element("Resultaat")?.Value.Trim() == "1";
    }
}

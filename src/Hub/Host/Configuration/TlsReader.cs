namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>bus.tls</c> and <c>http.tls</c>: references to PEM.</summary>
internal static class TlsReader
{
    /// <summary>Of a client: an authority of its own, and a certificate where the other end asks for one.</summary>
    public static TlsConfiguration? OfClient(SectionReader section, Secrets secrets)
    {
        section.AllowOnly("ca", "certificate", "key");
        if ((section.Optional("certificate") is null) != (section.Optional("key") is null))
            section.Error("key", "goes with 'certificate': give both, or neither.");
        return Read(section, secrets);
    }

    /// <summary>Of a server, which shows its certificate.</summary>
    public static TlsConfiguration? OfServer(SectionReader section, Secrets secrets)
    {
        section.AllowOnly("certificate", "key");
        if (section.Exists)
        {
            section.Required("certificate", "a reference to the certificate, PEM");
            section.Required("key", "a reference to its private key, PEM");
        }

        return Read(section, secrets);
    }

    private static TlsConfiguration? Read(SectionReader section, Secrets secrets)
    {
        if (!section.Exists)
            return null;
        var tls = new TlsConfiguration(Opened(section, "ca", secrets), Opened(section, "certificate", secrets), Opened(section, "key", secrets));
        if (tls.Mistake() is { } mistake)
            section.Error(mistake.Option, mistake.Problem);
        return tls;
    }

    private static string Opened(SectionReader section, string key, Secrets secrets)
    {
        if (section.Optional(key) is not { } reference)
            return "";
        if (secrets.Problem(reference) is not { } problem)
            return secrets.Open(reference);
        section.Error(key, problem);
        return "";
    }
}
